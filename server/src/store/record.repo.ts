import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import type { CompiledQuery, Selectable } from 'kysely'
import { chunks, insertMany, insertsOf } from '../db/insert-many.ts'
import type { Db, RecordTable, Trx } from '../db/tables.ts'

export type RecordRow = Selectable<RecordTable>

const toRow = (record: CentreRecord): RecordRow => ({
  seq: record.seq,
  id: record.id,
  centre_code: record.centreCode,
  county_code: record.countyCode,
  kind: record.kind,
  date: record.date,
  recorded_at: record.recordedAt,
  recorded_by: record.recordedBy,
  origin: record.origin,
  body: JSON.stringify(record.body),
  account_id: record.accountId ?? null,
})

type Unformed = Omit<CentreRecord, 'seq' | 'kind' | 'body' | 'origin' | 'accountId'> & {
  kind: string
  body: unknown
  origin: string
  accountId?: string | null | undefined
}

/** A record in the one form that all have, wherever it comes from: thousands of one form are read several times faster. */
export const recordOf = (record: Unformed, seq: number): CentreRecord =>
  ({
    id: record.id,
    seq,
    countyCode: record.countyCode,
    centreCode: record.centreCode,
    date: record.date,
    recordedAt: record.recordedAt,
    recordedBy: record.recordedBy,
    origin: record.origin,
    kind: record.kind,
    body: record.body,
    ...(record.accountId == null ? {} : { accountId: record.accountId }),
  }) as CentreRecord

export const toRecord = (row: RecordRow): CentreRecord =>
  recordOf(
    {
      id: row.id,
      countyCode: row.county_code,
      centreCode: row.centre_code,
      date: row.date,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      origin: row.origin,
      kind: row.kind,
      body: JSON.parse(row.body),
      accountId: row.account_id,
    },
    row.seq,
  )

/** The newest entry: its place in the order and its instant. */
export async function findLast(db: Db | Trx): Promise<{ seq: number; recordedAt: string }> {
  const row = await db
    .selectFrom('record')
    .select(({ fn }) => [fn.max('seq').as('seq'), fn.max('recorded_at').as('recorded_at')])
    .executeTakeFirstOrThrow()
  return { seq: row.seq ?? 0, recordedAt: row.recorded_at ?? '' }
}

/** The statements that insert numbered records. */
export const recordInserts = (db: Db, records: readonly CentreRecord[]): Iterable<CompiledQuery> =>
  insertsOf(db, 'record', records.map(toRow))

export async function insertRecords(
  trx: Trx,
  records: readonly NewRecord[],
  firstSeq: number,
): Promise<CentreRecord[]> {
  const numbered = records.map((record, i) => ({ ...record, seq: firstSeq + i }) as CentreRecord)
  await insertMany(trx, 'record', numbered.map(toRow))
  return numbered
}

export const listRows = (db: Db | Trx): Promise<RecordRow[]> =>
  db.selectFrom('record').selectAll().orderBy('seq').execute()

export async function listRowsByIds(db: Db | Trx, ids: readonly string[]): Promise<RecordRow[]> {
  const found = await Promise.all(
    chunks(ids).map(some => db.selectFrom('record').selectAll().where('id', 'in', some).execute()),
  )
  return found.flat()
}

/** Every record of the counties, their centres' included, in the order of entry. */
export async function listRecordsOfCounties(db: Db | Trx, counties: readonly string[]): Promise<CentreRecord[]> {
  const rows = await db.selectFrom('record').selectAll().where('county_code', 'in', counties).orderBy('seq').execute()
  return rows.map(toRecord)
}
