import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeDataDir } from '../fixtures/registers/load.ts'
import { csvBytes, GOOD, OTHER, tableOf } from '../fixtures/registers/table.ts'

const built = (name: string) => fileURLToPath(new URL(`../../server/dist/register/${name}.command.js`, import.meta.url))

/** Runs a built command in a folder of its own, live data beside its files. */
function runIn(folder: string, command: 'load' | 'template' | 'synthesize', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built(command), ...args], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a synthetic workbook is read in its worker, loaded, and loaded again without change', () => {
  const folder = makeDataDir()
  expect(runIn(folder, 'synthesize', '60', 'r.xlsx', '--seed', '5', '--as-of', '2018-07-31').status).toBe(0)
  const first = runIn(folder, 'load', 'r.xlsx', '--as-of', '2018-07-31')
  expect([first.status, first.stderr]).toEqual([0, ''])
  expect(first.stdout).toContain('已载入 60 行')
  expect(runIn(folder, 'load', 'r.xlsx', '--as-of', '2018-07-31').stdout).toContain('没有变化')
})

test('a refusal ends with 1 and names every place in Chinese and English', () => {
  const folder = makeDataDir()
  const rows = [
    { ...GOOD, 常住人口: '多', 开工日期: '5月' },
    { ...OTHER, '县(市、区)': '某县' },
  ]
  writeFileSync(join(folder, 'r.csv'), csvBytes(tableOf(rows)))
  const { status, stdout } = runIn(folder, 'load', 'r.csv', '--as-of', '2018-07-31')
  expect(status).toBe(1)
  expect(stdout).toContain('第 2 行 row 2「常住人口」(F2) “多”：不是数字')
  expect(stdout).toContain('第 2 行 row 2「开工日期」(N2) “5月”：没有写到哪一日。应为：写明年月日，如 2018-05-03')
  expect(stdout).toContain('第 3 行 row 3「县(市、区)」(B3) “某县”')
  expect(stdout).toContain('names no day; right: the full day, e.g. 2018-05-03')
  expect(stdout).toContain('Refused: 3 errors, 0 doubts; nothing was written')
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

test.each([
  [[], 'FILE'],
  [['a.csv', 'b.csv'], 'FILE'],
  [['none.csv'], 'cannot be read'],
  [['r.csv', '--crs', 'nad27'], '--crs'],
  [['r.csv', '--as-of', '2018-7-31'], '--as-of'],
  [['r.csv', '--as-of', '2999-01-01'], '--as-of'],
  [['r.csv', '--plan', 'r.csv'], '--plan'],
  [['r.csv', '--force'], '--force'],
])('the command line %j is refused with a reason', (args, reason) => {
  const folder = makeDataDir()
  writeFileSync(join(folder, 'r.csv'), csvBytes(tableOf([GOOD])))
  const { status, stderr } = runIn(folder, 'load', ...args)
  expect(status).toBe(1)
  expect(stderr).toContain(reason)
  expect(stderr).not.toContain('    at ')
})

test('a template is a register but for its rows, and never written over a filled one', () => {
  const folder = makeDataDir()
  for (const file of ['t.xlsx', 't.csv']) {
    expect(runIn(folder, 'template', file).status).toBe(0)
    const { status, stdout } = runIn(folder, 'load', file, '--dry-run')
    expect(status).toBe(1)
    expect(stdout).toContain('[noRows]')
    expect(stdout).toContain('Refused: 1 errors, 0 doubts')
    expect(stdout).not.toContain('unknownColumn')
  }
  const before = readFileSync(join(folder, 't.csv'))
  expect(runIn(folder, 'template', 't.csv').status).toBe(1)
  expect(readFileSync(join(folder, 't.csv'))).toEqual(before)
  expect(runIn(folder, 'template', 't.docx').status).toBe(1)
})
