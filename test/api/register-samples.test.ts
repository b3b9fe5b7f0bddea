import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { load, makeDataDir } from '../fixtures/registers/load.ts'

const sample = (name: string) => readFileSync(new URL(`../../data/samples/${name}`, import.meta.url))

test('the sample registers load, and say the same as workbook and as CSV', async () => {
  const dataDir = makeDataDir()
  const first = await load(sample('register.xlsx'), dataDir)
  expect([first.outcome, first.rows, first.written.changedCentres]).toEqual(['loaded', 20, 20])
  const second = await load(sample('register.csv'), dataDir)
  expect([second.outcome, second.written]).toEqual(['loaded', { records: 0, newSlots: 0, changedCentres: 0 }])
})

test('the sample with mistakes is refused, one mistake a row from the third on', async () => {
  const { outcome, problems } = await load(sample('register-with-mistakes.csv'), makeDataDir())
  expect(outcome).toBe('refused')
  const grave = problems.filter(({ severity }) => severity !== 'note').sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  expect(grave.map(({ row, code }) => [row, code])).toEqual([
    [3, 'unknownCounty'],
    [4, 'duplicateCode'],
    [5, 'required'],
    [6, 'badVillageCode'],
    [7, 'dayMissing'],
    [8, 'noSuchDay'],
    [9, 'dayInFuture'],
    [10, 'badNumber'],
    [11, 'formula'],
    [12, 'moneyAbovePlanned'],
    [13, 'moneyOrder'],
    [14, 'positionSwapped'],
    [15, 'positionNowhere'],
    [16, 'badYesNo'],
  ])
})
