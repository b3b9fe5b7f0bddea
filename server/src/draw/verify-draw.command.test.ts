import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawText } from '@lvliang/shared/draw/verify-draw'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraw } from '../../../test/factories/draws.ts'

const command = fileURLToPath(new URL('./verify-draw.command.ts', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-draw-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(text: string | null) {
  const file = join(folder, 'draw.json')
  if (text !== null) await writeFile(file, text)
  const args = ['--conditions=source', '--import', 'tsx', command, ...(text === null ? [] : [file])]
  return new Promise<{ code: number; said: string }>(resolve =>
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  )
}

test('a record that holds is said to, with what was drawn', async () => {
  const record = await createDraw()
  const { code, said } = await run(drawText(record))
  expect(code).toBe(0)
  expect(said).toContain('属实 / holds')
  expect(said).toContain('8 + 8（候补 reserves） / 40')
  expect(said).toContain(record.revealed.seed)
})

test('one that does not is refused with the line and what would be right', async () => {
  const text = drawText(await createDraw())
  const { code, said } = await run(text.replace('2018年三季度抽查', '2018年四季度抽查'))
  expect(code).toBe(1)
  expect(said).toContain('recordHash: 记录与其哈希不符')
  expect(said).toMatch(/expected: [0-9a-f]{64}/)
})

test('without a file it says how it is used', async () => {
  expect(await run(null)).toEqual({ code: 2, said: '用法 usage: npm run verify-draw -- FILE\n' })
})
