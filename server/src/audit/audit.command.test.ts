import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createAuditStore } from '../../../test/factories/audit.ts'
import { keepAnchor } from '../store/audit-anchors.ts'

const command = fileURLToPath(new URL('./audit.command.ts', import.meta.url))

/** A database that a server holds open all the while. */
async function storeForTest(acts = 5) {
  const store = await createAuditStore(acts)
  onTestFinished(store.close)
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', command, ...args],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: store.dataDir },
      },
    )
    return { status, stdout, stderr }
  }
  return { ...store, run }
}

test('verify says that the chain is whole, and what its head is, beside a running server', async () => {
  const { run, rows } = await storeForTest()
  const head = `5:${(await rows()).at(-1)?.hash}`
  const verified = run('verify')
  expect(verified).toMatchObject({ status: 0, stdout: expect.stringMatching(/共 5 条.*5 rows/) })
  expect(verified.stdout).toContain(head)
  expect(run('anchor').stdout).toMatch(new RegExp(`^${head}  \\d{4}-.*Z\\n$`))
  expect(run('verify', '--anchor', head).status).toBe(0)
}, 60_000)

test('verify names the row that is broken and ends with 1', async () => {
  const { run, tamper } = await storeForTest()
  tamper(`update audit set address = '10.9.9.9' where seq = 3`)
  const { status, stderr } = run('verify')
  expect(status).toBe(1)
  expect(stderr).toMatch(/第 3 条 \/ row 3: 内容被改动/)
  expect(stderr).not.toContain('    at ')
}, 60_000)

test('verify misses rows that were cut off, by the anchors of the server and by one kept elsewhere', async () => {
  const store = await storeForTest()
  const anchor = store.run('anchor').stdout.split(' ')[0] as string
  store.tamper('delete from audit where seq > 3')
  expect(store.run('verify', '--anchor', anchor)).toMatchObject({ status: 1, stderr: expect.stringContaining('row 4') })
  expect(store.run('verify').status).toBe(0)
  writeFileSync(join(store.folder, 'audit-anchors.ndjson'), '')
  await store.append({}, {})
  await keepAnchor(store, '2018-07-31T04:00:00.000Z')
  store.tamper('delete from audit where seq > 4')
  expect(store.run('verify')).toMatchObject({ status: 1, stderr: expect.stringMatching(/row 5: 缺失/) })
}, 60_000)

test('export writes every row and its head into a new file, never over another', async () => {
  const { run, dataDir, rows } = await storeForTest()
  const file = join(dataDir, 'audit.csv')
  expect(run('export', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('5 条') })
  const text = readFileSync(file, 'utf8')
  expect(text.split('\r\n')).toHaveLength(1 + 5 + 1 + 4 + 1)
  expect(text).toContain(`链头哈希,${(await rows()).at(-1)?.hash}\r\n`)
  expect(run('export', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('EEXIST') })
  expect(readFileSync(file, 'utf8')).toBe(text)
}, 60_000)

test('a command line that cannot be followed is answered with those that can', async () => {
  const { run } = await storeForTest(0)
  const { status, stderr } = run('verify', '--force')
  expect(status).toBe(1)
  expect(stderr).toContain('npm run audit -- verify [--anchor SEQ:HASH]')
  expect(stderr).not.toContain('    at ')
}, 60_000)
