import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { report } from '../../../test/factories/records.ts'
import { createFolder, createStore } from '../../../test/factories/store.ts'
import { assertSettings, openConnection } from './connection.ts'
import { ANCHORS_FILE, openStore, openStoreForReading, STORE_FILE } from './open.ts'

async function folderForTest() {
  const { folder, remove } = await createFolder()
  onTestFinished(remove)
  return folder
}

async function storeForTest(...args: Parameters<typeof createStore>) {
  const store = await createStore(...args)
  onTestFinished(store.close)
  return store
}

test('every connection of a store runs with the durable settings', async () => {
  const store = await storeForTest()
  const read = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0] as object)[0]
  expect(await read('journal_mode')).toBe('wal')
  expect(await read('synchronous')).toBe(2)
  expect(await read('foreign_keys')).toBe(1)
  expect(await read('recursive_triggers')).toBe(1)
})

test('a second connection to an existing file is as durable as the first', async () => {
  const folder = await folderForTest()
  await (await openStore(folder)).close()
  const again = openConnection(join(folder, STORE_FILE))
  onTestFinished(() => void again.close())
  expect(again.pragma('synchronous', { simple: true })).toBe(2)
})

test('a connection that lost a setting is refused by name', async () => {
  const connection = openConnection(join(await folderForTest(), STORE_FILE))
  onTestFinished(() => void connection.close())
  connection.pragma('synchronous = normal')
  expect(() => assertSettings(connection)).toThrow(/synchronous/)
})

test.each([
  ['update', `update record set date = '2018-01-01'`],
  ['delete', 'delete from record'],
  ['replace', `insert or replace into record select * from record`],
  ['update of the plan', `update plan set plan = '{}'`],
])('records and plans refuse %s', async (_, statement) => {
  const store = await storeForTest([report('sited', '2018-03-01')])
  await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(/append-only/)
})

test.each([
  ['a kind that does not exist', 'kind', 'invented'],
  ['a day that is none', 'date', '2018-3-1'],
  ['an instant without its zone', 'recorded_at', '2018-03-01 10:00'],
  ['a body that is no JSON', 'body', '{'],
  ['a centre that does not exist', 'centre_code', 'LL2018-999'],
])('the schema itself refuses %s', async (_, column, value) => {
  const store = await storeForTest([report('sited', '2018-03-01')])
  const copied = ['centre_code', 'county_code', 'kind', 'date', 'recorded_at', 'recorded_by', 'origin', 'body']
  const values = copied.map(name => (name === column ? sql.lit(value) : sql.ref(name)))
  const insert = sql`insert into record (seq, id, ${sql.join(copied.map(name => sql.ref(name)))})
    select 99, '00000000-0000-4000-8000-999999999999', ${sql.join(values)} from record`
  await expect(insert.execute(store.db)).rejects.toThrow(/constraint failed/i)
})

test('a second writer of the same folder is refused with a clear line', async () => {
  const store = await storeForTest()
  await expect(openStore(store.folder, { retryMs: 50 })).rejects.toMatchObject({
    code: 'storeLocked',
    message: expect.stringMatching(/另一个进程.*Another process/),
  })
})

test('a folder can be written again once its writer has gone', async () => {
  const folder = await folderForTest()
  await (await openStore(folder)).close()
  const again = await openStore(folder, { retryMs: 0 })
  await again.close()
  expect(again.folder).toBe(folder)
})

test('a reader stands beside the writer', async () => {
  const store = await storeForTest()
  const reader = await openStoreForReading(store.folder)
  onTestFinished(reader.close)
  expect(await reader.db.selectFrom('centre').select('code').execute()).toHaveLength(90)
})

test('a database changed by a newer program is refused and left as it is', async () => {
  const folder = await folderForTest()
  await (await openStore(folder)).close()
  const file = new Sqlite(join(folder, STORE_FILE))
  file.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-later', '2030-01-01')
  file.close()
  await expect(openStore(folder)).rejects.toMatchObject({
    code: 'schemaNewer',
    message: expect.stringContaining('9999-later'),
  })
})

test('what is thrown away takes its anchors with it: they are of another chain', async () => {
  const folder = await folderForTest()
  await (await openStore(folder)).close()
  writeFileSync(join(folder, ANCHORS_FILE), '{}\n')
  await (await openStore(folder, { isStale: () => false })).close()
  expect(existsSync(join(folder, ANCHORS_FILE))).toBe(true)
  await (await openStore(folder, { isStale: () => true })).close()
  expect(existsSync(join(folder, ANCHORS_FILE))).toBe(false)
})
