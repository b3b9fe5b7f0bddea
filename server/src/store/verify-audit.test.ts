import { expect, onTestFinished, test } from 'vitest'
import { createAct, createAuditStore } from '../../../test/factories/audit.ts'
import { FIRST_HASH, hashAuditRow } from './append-audit.ts'
import { verifyAudit } from './verify-audit.ts'

async function storeForTest(acts: number) {
  const store = await createAuditStore(acts)
  onTestFinished(store.close)
  return store
}

/** One alteration for each column, the sneaky ones included: null for text, space in JSON, one digit of a hash. */
const ALTERATIONS = [
  `at = '2018-07-01T04:00:00.001Z'`,
  `account_id = null`,
  `username = 'somebody'`,
  `role = 'cityOffice'`,
  `county = '141102'`,
  `address = ''`,
  `request_id = request_id || ' '`,
  `operation = 'signOut'`,
  `outcome = case outcome when 'done' then 'failed' else 'done' end`,
  `subject = null`,
  `before = replace(before, ':', ': ')`,
  `after = json_set(after, '$.disabled', json('false'))`,
  `previous_hash = 'f' || substr(previous_hash, 2, 62) || 'g'`,
  `hash = substr(hash, 1, 63) || 'g'`,
]

test('an empty chain is whole, and so is one of many rows', async () => {
  const store = await storeForTest(0)
  expect(await verifyAudit(store.db)).toEqual({ rows: 0, head: { seq: 0, hash: FIRST_HASH }, broken: null })
  await store.append(...Array.from({ length: 2500 }, (_, i) => createAct(i)))
  const last = (await store.rows()).at(-1)
  expect(await verifyAudit(store.db)).toEqual({ rows: 2500, head: { seq: 2500, hash: last?.hash }, broken: null })
})

test('any of 100 rows altered in the file is named', async () => {
  const store = await storeForTest(100)
  const rows = await store.rows()
  const columns = Object.keys(rows[0] ?? {}).filter(name => name !== 'seq')
  expect(ALTERATIONS.map(text => text.split(' ')[0])).toEqual(columns)
  const named = []
  for (const row of rows) {
    store.tamper(`update audit set ${ALTERATIONS[row.seq % ALTERATIONS.length]} where seq = ${row.seq}`)
    named.push(await verifyAudit(store.db))
    await store.db.updateTable('audit').set(row).where('seq', '=', row.seq).execute()
  }
  expect(named.map(({ broken }) => broken)).toEqual(rows.map(({ seq }) => ({ seq, what: 'altered' })))
  expect(named.map(found => found.rows)).toEqual(rows.map(({ seq }) => seq - 1))
  expect(await verifyAudit(store.db)).toMatchObject({ rows: 100, broken: null })
})

const SWAPPED = [
  'update audit set seq = -1 where seq = 40',
  'update audit set seq = 40 where seq = 60',
  'update audit set seq = 60 where seq = -1',
]
const PUT_IN = [
  'create table copy as select * from audit where seq = 39',
  'update copy set seq = 40',
  'update audit set seq = seq + 1000 where seq >= 40',
  'update audit set seq = seq - 999 where seq >= 1040',
  'insert into audit select * from copy',
]

test.each([
  ['a row in the middle gone', ['delete from audit where seq = 40'], { seq: 40, what: 'missing' }],
  ['the first row gone', ['delete from audit where seq = 1'], { seq: 1, what: 'missing' }],
  ['a row under another number', ['update audit set seq = 1000 where seq = 40'], { seq: 40, what: 'missing' }],
  ['two rows in each other’s place', SWAPPED, { seq: 40, what: 'altered' }],
  ['a row put in between', PUT_IN, { seq: 40, what: 'altered' }],
])('%s is found', async (_, statements, broken) => {
  const store = await storeForTest(100)
  store.tamper(...statements)
  expect((await verifyAudit(store.db)).broken).toEqual(broken)
})

type Store = Awaited<ReturnType<typeof storeForTest>>

/** Writes a row anew with its own hash put right, and those after it, up to `last`. */
async function rewrite(store: Store, from: number, last: number) {
  store.tamper()
  const rows = await store.rows()
  let before = rows[from - 2]?.hash ?? FIRST_HASH
  for (const { hash: _, ...row } of rows.slice(from - 1, last)) {
    const altered = { ...row, username: 'nobody', previous_hash: before }
    before = hashAuditRow(altered)
    await store.db
      .updateTable('audit')
      .set({ ...altered, hash: before })
      .where('seq', '=', row.seq)
      .execute()
  }
}

test('a row altered with its hash put right leaves the next unchained', async () => {
  const store = await storeForTest(100)
  await rewrite(store, 40, 40)
  expect((await verifyAudit(store.db)).broken).toEqual({ seq: 41, what: 'unchained' })
})

test('a chain written anew from a row on is whole by itself, and betrayed by the next anchor', async () => {
  const store = await storeForTest(100)
  const anchors = (await store.rows()).filter(({ seq }) => seq % 30 === 0)
  await rewrite(store, 40, 100)
  expect((await verifyAudit(store.db)).broken).toBeNull()
  expect((await verifyAudit(store.db, anchors)).broken).toEqual({ seq: 60, what: 'anchorDiffers' })
})

test('rows cut off at the end are known by an anchor, even after others took their numbers', async () => {
  const store = await storeForTest(100)
  const anchors = [(await store.rows()).at(-1)!]
  store.tamper('delete from audit where seq > 80')
  expect((await verifyAudit(store.db)).broken).toBeNull()
  expect((await verifyAudit(store.db, anchors)).broken).toEqual({ seq: 81, what: 'missing' })
  await store.append(...Array.from({ length: 20 }, () => ({})))
  expect((await verifyAudit(store.db, anchors)).broken).toEqual({ seq: 100, what: 'anchorDiffers' })
})

test('two anchors of one place that differ cannot both be right', async () => {
  const store = await storeForTest(3)
  const [first] = (await store.rows()) as [Awaited<ReturnType<typeof store.rows>>[number]]
  const other = { seq: 1, hash: FIRST_HASH }
  expect((await verifyAudit(store.db, [first, first])).broken).toBeNull()
  expect((await verifyAudit(store.db, [first, other])).broken).toEqual({ seq: 1, what: 'anchorDiffers' })
})

test('rows written while it runs are left for the next time', async () => {
  const store = await storeForTest(2000)
  const [report] = await Promise.all([verifyAudit(store.db), store.append({}, {})])
  expect(report).toMatchObject({ rows: 2000, broken: null })
  expect(await verifyAudit(store.db)).toMatchObject({ rows: 2002, broken: null })
})
