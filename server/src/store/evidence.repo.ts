import type { DocumentKind } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { insertMany } from '../db/insert-many.ts'
import type { Db, EvidenceTable, EvidenceWithdrawalTable, Trx } from '../db/tables.ts'

/** What is known of a photo or document. */
export interface Evidence {
  seq: number
  id: string
  kind: 'photo' | DocumentKind
  sha256: string
  mediaType: string
  bytes: number
  name: string
  countyCode: string
  /** Null: about the county. */
  centreCode: string | null
  stage: ReportableStage | null
  width: number | null
  height: number | null
  takenAt: string | null
  takenPosition: { lon: number; lat: number } | null
  addedAt: string
  addedBy: string
  accountId: string | null
}

export interface Withdrawal {
  seq: number
  id: string
  evidenceId: string
  reason: string
  withdrawnAt: string
  withdrawnBy: string
  accountId: string | null
}

const toRow = (evidence: Evidence): EvidenceTable => ({
  seq: evidence.seq,
  id: evidence.id,
  kind: evidence.kind,
  sha256: evidence.sha256,
  media_type: evidence.mediaType,
  bytes: evidence.bytes,
  name: evidence.name,
  county_code: evidence.countyCode,
  centre_code: evidence.centreCode,
  stage: evidence.stage,
  width: evidence.width,
  height: evidence.height,
  taken_at: evidence.takenAt,
  taken_lon: evidence.takenPosition?.lon ?? null,
  taken_lat: evidence.takenPosition?.lat ?? null,
  added_at: evidence.addedAt,
  added_by: evidence.addedBy,
  account_id: evidence.accountId,
})

const fromRow = (row: EvidenceTable): Evidence => ({
  seq: row.seq,
  id: row.id,
  kind: row.kind as Evidence['kind'],
  sha256: row.sha256,
  mediaType: row.media_type,
  bytes: row.bytes,
  name: row.name,
  countyCode: row.county_code,
  centreCode: row.centre_code,
  stage: row.stage as Evidence['stage'],
  width: row.width,
  height: row.height,
  takenAt: row.taken_at,
  takenPosition: row.taken_lon === null || row.taken_lat === null ? null : { lon: row.taken_lon, lat: row.taken_lat },
  addedAt: row.added_at,
  addedBy: row.added_by,
  accountId: row.account_id,
})

const withdrawalRow = (withdrawal: Withdrawal): EvidenceWithdrawalTable => ({
  seq: withdrawal.seq,
  id: withdrawal.id,
  evidence_id: withdrawal.evidenceId,
  reason: withdrawal.reason,
  withdrawn_at: withdrawal.withdrawnAt,
  withdrawn_by: withdrawal.withdrawnBy,
  account_id: withdrawal.accountId,
})

const fromWithdrawalRow = (row: EvidenceWithdrawalTable): Withdrawal => ({
  seq: row.seq,
  id: row.id,
  evidenceId: row.evidence_id,
  reason: row.reason,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
  accountId: row.account_id,
})

/** Everything ever added, in the order of entry. */
export async function listEvidence(db: Db | Trx): Promise<Evidence[]> {
  const rows = await db.selectFrom('evidence').selectAll().orderBy('seq').execute()
  return rows.map(fromRow)
}

export async function listWithdrawals(db: Db | Trx): Promise<Withdrawal[]> {
  const rows = await db.selectFrom('evidence_withdrawal').selectAll().orderBy('seq').execute()
  return rows.map(fromWithdrawalRow)
}

async function nextSeq(trx: Trx, table: 'evidence' | 'evidence_withdrawal'): Promise<number> {
  const { seq } = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return (seq ?? 0) + 1
}

export async function insertEvidence(trx: Trx, added: Omit<Evidence, 'seq'>): Promise<Evidence> {
  const evidence = { ...added, seq: await nextSeq(trx, 'evidence') }
  await insertMany(trx, 'evidence', [toRow(evidence)])
  return evidence
}

export async function insertWithdrawal(trx: Trx, made: Omit<Withdrawal, 'seq'>): Promise<Withdrawal> {
  const withdrawal = { ...made, seq: await nextSeq(trx, 'evidence_withdrawal') }
  await insertMany(trx, 'evidence_withdrawal', [withdrawalRow(withdrawal)])
  return withdrawal
}

export async function findEvidence(db: Db | Trx, id: string): Promise<Evidence | null> {
  const row = await db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** The withdrawal of a file, or the one with an id. */
export async function findWithdrawal(
  db: Db | Trx,
  column: 'id' | 'evidence_id',
  value: string,
): Promise<Withdrawal | null> {
  const row = await db.selectFrom('evidence_withdrawal').selectAll().where(column, '=', value).executeTakeFirst()
  return row ? fromWithdrawalRow(row) : null
}
