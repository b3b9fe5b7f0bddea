import { readCountyFeatures } from '@lvliang/server/lib/county-features'
import { isOffered } from '@lvliang/server/register/column-help'
import { readGazetteer } from '@lvliang/server/register/gazetteer'
import { createOrderedIds } from '@lvliang/server/register/ordered-ids'
import { type SyntheticRow, synthesizeRows } from '@lvliang/server/register/synthesize-rows'
import { toCsv } from '@lvliang/server/register/write-csv'
import { readPlanFile } from '@lvliang/server/store/read-plan'
import { allColumns, headerOf, meaningKey } from '@lvliang/shared/register/columns'
import { countyAreas } from '@lvliang/shared/register/county-areas'
import { expect, test } from 'vitest'
import { load, makeDataDir } from '../fixtures/registers/load.ts'

const columns = allColumns('wan').filter(isOffered)
const plan = readPlanFile()
const synthesis = { plan, areas: countyAreas(readCountyFeatures()), gazetteer: readGazetteer() }

const toBytes = (rows: SyntheticRow[]) =>
  new TextEncoder().encode(
    toCsv([columns.map(headerOf), ...rows.map(row => columns.map(meaning => row[meaningKey(meaning)] ?? null))]),
  )

test.each([1, 2, 3])('synthetic register %i is valid and fits the plan', async seed => {
  const rows = [...synthesizeRows({ ...synthesis, count: 90, seed, lastDay: '2018-07-31', withMoney: true })]
  const { outcome, problems, written } = await load(toBytes(rows), makeDataDir(), { plan })
  expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect([outcome, written.newSlots, written.changedCentres]).toEqual(['loaded', 90, 90])
})

test('a seed gives the same rows again, another seed other ones', () => {
  const of = (seed: number) => [
    ...synthesizeRows({ ...synthesis, count: 40, seed, lastDay: '2018-12-31', withMoney: false }),
  ]
  expect(of(7)).toEqual(of(7))
  expect(of(8)).not.toEqual(of(7))
})

test('ids of loaded records are UUIDs that sort as made, and never meet', () => {
  const next = createOrderedIds(Date.parse('2018-07-31T02:00:00.000Z'))
  const ids = Array.from({ length: 3000 }, next)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})
