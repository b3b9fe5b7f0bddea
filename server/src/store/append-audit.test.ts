import { createHash } from 'node:crypto'
import { canonicalJson } from '@lvliang/shared/audit/canonical-json'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { createAuditStore } from '../../../test/factories/audit.ts'
import { appendAudit, CONSOLE, FIRST_HASH, findAuditHead, hashAuditRow } from './append-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const AT = '2018-07-31T04:00:00.000Z'
const ACT = { at: AT, actor: CONSOLE, operation: 'loadRegister', outcome: 'done', before: null } as const

async function storeForTest() {
  const store = await createAuditStore()
  onTestFinished(store.close)
  return store
}

test('the first row is hashed as anybody can work it out: SHA-256 of its JSON with sorted keys', async () => {
  const store = await storeForTest()
  await store.append({ ...ACT, subject: 'register/台账.csv', after: { rows: 90, asOf: null } })
  const text =
    '{"account_id":null,"address":null,"after":"{\\"asOf\\":null,\\"rows\\":90}","at":"2018-07-31T04:00:00.000Z",' +
    '"before":null,"county":null,"operation":"loadRegister","outcome":"done",' +
    '"previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","request_id":null,' +
    '"role":null,"seq":1,"subject":"register/台账.csv","username":"console"}'
  const [row] = await store.rows()
  expect(row?.hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  expect(row?.hash).toBe('3901413eb5aaad7b2d896b8f1ad9f9815b8f88719c16113eaca8ae76394eb97f')
})

test('the hash is of the canonical JSON of all other columns', async () => {
  const store = await storeForTest()
  await store.append({ subject: 'account/1', before: { b: 1, a: '"\n' }, after: ['x'] })
  const [{ hash, ...row }] = (await store.rows()) as [Awaited<ReturnType<typeof store.rows>>[number]]
  expect(createHash('sha256').update(canonicalJson(row)).digest('hex')).toBe(hash)
  expect(hashAuditRow(row)).toBe(hash)
})

test('each row names the hash before it, the first one nothing', async () => {
  const store = await storeForTest()
  for (const operation of ['signIn', 'signOut', 'createAccount']) await store.append({ operation })
  const rows = await store.rows()
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(rows.map(({ previous_hash }) => previous_hash)).toEqual([FIRST_HASH, rows[0]?.hash, rows[1]?.hash])
  expect(await findAuditHead(store.db)).toEqual({ seq: 3, hash: rows[2]?.hash })
})

test('fifty acts at once make a chain without a gap', async () => {
  const store = await storeForTest()
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.append({ subject: `account/${i}` })))
  const rows = await store.rows()
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(50)
  expect(await verifyAudit(store.db)).toMatchObject({ rows: 50, broken: null })
})

test('an act that is not done leaves no row, and the next takes its number', async () => {
  const store = await storeForTest()
  const refused = store.db.transaction().execute(async trx => {
    await appendAudit(trx, ACT)
    throw new Error('refused')
  })
  await expect(refused).rejects.toThrow('refused')
  await store.append({})
  expect((await store.rows()).map(({ seq }) => seq)).toEqual([1])
})

test('text no database keeps as it is does not break the chain', async () => {
  const store = await storeForTest()
  const hostile = '\ud800x\0\r\n"\u2028'
  const actor = { ...CONSOLE, username: hostile, address: hostile, requestId: hostile }
  await store.append({ actor, subject: hostile, before: { [hostile]: hostile }, after: hostile })
  expect(await verifyAudit(store.db)).toMatchObject({ rows: 1, broken: null })
  expect((await store.rows())[0]?.username).toBe('\ufffdx\ufffd\r\n"\u2028')
})

test.each([
  ['update', `update audit set operation = 'signOut'`],
  ['update of nothing', 'update audit set seq = seq'],
  ['delete', 'delete from audit'],
  ['replace', 'insert or replace into audit select * from audit'],
  ['upsert', `insert into audit select * from audit where true on conflict (seq) do update set at = excluded.at`],
])('audit rows refuse %s', async (_, statement) => {
  const store = await storeForTest()
  await store.append({})
  const before = await store.rows()
  await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(/append-only/)
  expect(await store.rows()).toEqual(before)
})
