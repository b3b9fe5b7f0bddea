import { expect, test } from 'vitest'
import { BROKEN } from '../fixtures/registers/broken.ts'
import { hasLive, load, makeDataDir } from '../fixtures/registers/load.ts'

test('at least forty broken registers are known', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(40)
})

test.each(BROKEN)('$what is refused whole, the place named', async ({ bytes, row, column, code, changes }) => {
  const dataDir = makeDataDir()
  const { outcome, problems } = await load(bytes, dataDir, changes)
  expect(outcome).toBe('refused')
  const grave = problems.filter(({ severity }) => severity !== 'note')
  expect(grave.map(problem => ({ row: problem.row, column: problem.column, code: problem.code }))).toEqual([
    { row, column, code },
  ])
  for (const { message, right } of grave) {
    expect([message.zh, message.en, right.zh, right.en].every(text => text !== '' && !/[{}]/.test(text))).toBe(true)
  }
  expect(hasLive(dataDir)).toBe(false)
})
