import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { demonstrationRecords } from '../../../test/factories/demonstration.ts'
import { report } from '../../../test/factories/records.ts'
import { createStore } from '../../../test/factories/store.ts'
import { checkStore } from './check-store.ts'
import { rebuildState } from './rebuild-state.ts'

async function storeForTest(...args: Parameters<typeof createStore>) {
  const store = await createStore(...args)
  onTestFinished(store.close)
  return store
}

/** A record no rule of the store would let in. */
const smuggle = (kind: string, date: string, body: object) =>
  sql`insert into record (seq, id, centre_code, county_code, kind, date, recorded_at, recorded_by, origin, body)
    values (99, '00000000-0000-4000-8000-999999999999', 'LL2018-034', '141124', ${kind}, ${date},
      '2018-07-01T00:00:00.000Z', 'x', 'entry', ${JSON.stringify(body)})`

test('the demonstration is sound', async () => {
  const store = await storeForTest(demonstrationRecords)
  expect(await checkStore(store.db)).toEqual([])
})

test('a state that the records do not say is named, and a rebuild mends it', async () => {
  const store = await storeForTest([report('sited', '2018-03-05')])
  await sql`update centre_state set stage = 'started' where code = 'LL2018-034'`.execute(store.db)
  await sql`delete from county_rollup where county_code = '141102'`.execute(store.db)
  expect(await checkStore(store.db)).toEqual([
    { check: 'state', where: 'LL2018-034', what: 'stage is not what the records say' },
    { check: 'rollup', where: '141102', what: 'missing' },
  ])
  await rebuildState(store.db, '2018-07-31T04:00:00.000Z')
  expect(await checkStore(store.db)).toEqual([])
})

test('a record whose body is not of its kind is named', async () => {
  const store = await storeForTest()
  await smuggle('stageReported', '2018-05-01', { stage: 'finished' }).execute(store.db)
  expect(await checkStore(store.db)).toMatchObject([{ check: 'schema', where: expect.stringContaining('record 99') }])
})

test('money beyond the plan is named', async () => {
  const store = await storeForTest()
  const body = { source: 'municipalLottery', kind: 'paid', amountFen: 1_000_001, documentNo: null }
  await smuggle('fundEntry', '2018-05-01', body).execute(store.db)
  await rebuildState(store.db, '2018-07-31T04:00:00.000Z')
  expect(await checkStore(store.db)).toMatchObject([{ check: 'money', what: expect.stringContaining('abovePlanned') }])
})

test('an altered row of the audit is named', async () => {
  const store = await storeForTest([report('sited', '2018-03-05')])
  await rebuildState(store.db, '2018-07-31T04:00:00.000Z')
  await sql`drop trigger audit_refuses_update`.execute(store.db)
  await sql`update audit set username = 'nobody'`.execute(store.db)
  expect(await checkStore(store.db)).toEqual([{ check: 'audit', where: 'audit row 1', what: 'altered' }])
})

test('rows of the audit that an anchor knows of and the database does not are named', async () => {
  const store = await storeForTest()
  expect(await checkStore(store.db, [{ seq: 3, hash: 'f'.repeat(64) }])).toEqual([
    { check: 'audit', where: 'audit row 1', what: 'missing' },
  ])
})

test('a rebuild writes one row into the audit', async () => {
  const store = await storeForTest()
  await rebuildState(store.db, '2018-07-31T04:00:00.000Z')
  const rows = await store.db.selectFrom('audit').selectAll().execute()
  expect(rows).toMatchObject([{ operation: 'rebuildState', username: 'console', after: '{"rollups":13,"states":90}' }])
})
