import { expect, onTestFinished, test } from 'vitest'
import { createRecord, report, verify } from '../../../test/factories/records.ts'
import { createStore } from '../../../test/factories/store.ts'
import { deriveAllState } from './rebuild-state.ts'
import { listRows } from './record.repo.ts'
import { listRollups, listStates } from './state.repo.ts'

async function storeForTest(...args: Parameters<typeof createStore>) {
  const store = await createStore(...args)
  onTestFinished(store.close)
  return store
}

const COUNTY = '141124'
const lump = { centreCode: null }
const issue = (amountFen: number, date = '2018-03-20', overrides = {}, more = {}) =>
  createRecord(
    'fundEntry',
    date,
    { source: 'provincialBudget', kind: 'issued', amountFen, documentNo: '晋财社〔2018〕1号', ...more },
    overrides,
  )

test('an append writes records, state and roll-up together', async () => {
  const store = await storeForTest()
  await store.append([report('sited', '2018-03-05'), verify('sited', '2018-03-20', '2018-03-05'), issue(3_000_000)])
  const state = (await listStates(store.db)).find(({ code }) => code === 'LL2018-034')
  expect(state).toMatchObject({ stage: 'sited', verified_stage: 'sited', version: 3 })
  const rollup = (await listRollups(store.db)).find(({ county_code }) => county_code === COUNTY)
  expect(rollup?.quota).toBe(14)
  expect(JSON.parse(rollup?.by_stage ?? '')).toEqual({ proposed: 13, sited: 1 })
  expect(JSON.parse(rollup?.by_verified_stage ?? '')).toEqual({ sited: 1, unverified: 13 })
  expect(JSON.parse(rollup?.funds ?? '').provincialBudget.issued).toBe(3_000_000)
})

test('state written step by step is what a rebuild makes of the records', async () => {
  const store = await storeForTest()
  await store.append([issue(20_000_000, '2018-02-01', lump)])
  await store.append([report('sited', '2018-03-05')])
  await store.append([report('started', '2018-05-20'), verify('sited', '2018-05-21', null)])
  const rebuilt = await deriveAllState(store.db)
  expect(await listStates(store.db)).toEqual(rebuilt.states)
  expect(await listRollups(store.db)).toEqual(rebuilt.rollups)
})

test('the same record again is the same act', async () => {
  const record = report('sited', '2018-03-05')
  const store = await storeForTest([record])
  const again = { ...record, recordedAt: '2018-04-01T00:00:00.000Z' }
  expect(await store.append([again])).toEqual({ appended: 0, repeated: 1 })
  expect(await listRows(store.db)).toHaveLength(1)
})

test('the same id with other content is a conflict', async () => {
  const record = report('sited', '2018-03-05')
  const store = await storeForTest([record])
  await expect(store.append([{ ...record, date: '2018-03-06' }])).rejects.toMatchObject({ code: 'recordConflict' })
})

test('one refused record leaves nothing of its batch behind', async () => {
  const store = await storeForTest()
  const before = await listStates(store.db)
  await expect(store.append([report('sited', '2018-03-05'), issue(6_000_000)])).rejects.toMatchObject({
    code: 'moneyRuleBroken',
    faults: [{ code: 'abovePlanned' }],
  })
  expect(await listRows(store.db)).toEqual([])
  expect(await listStates(store.db)).toEqual(before)
})

test('a record entered before the newest one is refused, for it would change what was known', async () => {
  const store = await storeForTest([report('sited', '2018-03-05')])
  const early = report('approved', '2018-03-01')
  await expect(store.append([early])).rejects.toMatchObject({ code: 'recordOutOfOrder' })
})

test('a record about a centre of another county is refused', async () => {
  const store = await storeForTest()
  const stray = report('sited', '2018-03-05', { countyCode: '141102' })
  await expect(store.append([stray])).rejects.toMatchObject({ code: 'centreUnknown' })
})

test('money stays within the plan on every day, reversals taken into account', async () => {
  const first = issue(5_000_000)
  const store = await storeForTest([first])
  await expect(store.append([issue(1, '2018-04-01')])).rejects.toMatchObject({ faults: [{ code: 'abovePlanned' }] })
  await store.append([issue(2_000_000, '2018-04-02', {}, { reverses: first.id }), issue(2_000_000, '2018-04-03')])
  await expect(store.append([issue(4_000_000, '2018-04-04', {}, { reverses: first.id })])).rejects.toMatchObject({
    faults: expect.arrayContaining([expect.objectContaining({ code: 'reversesTooMuch' })]),
  })
})

test('a lump splits into the slots of its county and no further', async () => {
  const county = issue(8_000_000, '2018-02-01', lump)
  const split = (amountFen: number, date: string, centreCode: string, more = {}) =>
    issue(amountFen, date, { centreCode }, { splitsLump: county.id, ...more })
  const store = await storeForTest([county, split(5_000_000, '2018-03-01', 'LL2018-034')])
  const rollup = (await listRollups(store.db)).find(({ county_code }) => county_code === COUNTY)
  expect(JSON.parse(rollup?.unsplit ?? '').provincialBudget.issued).toBe(3_000_000)
  await expect(store.append([split(4_000_000, '2018-03-02', 'LL2018-035')])).rejects.toMatchObject({
    faults: [{ code: 'splitsTooMuch' }],
  })
  await expect(
    store.append([split(1, '2018-03-02', 'LL2018-035', { splitsLump: '00000000-0000-4000-8000-aaaaaaaaaaaa' })]),
  ).rejects.toMatchObject({ faults: [{ code: 'splitsNothing' }] })
})
