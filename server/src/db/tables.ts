import type { Generated, Kysely, Transaction } from 'kysely'

export interface PlanTable {
  version: Generated<number>
  plan: string
  policy: string
  added_at: string
}

export interface CentreTable {
  code: string
  county_code: string
  ordinal: number
  /** The instant of the plan version that brought the slot. */
  added_at: string
  /** The instant of the plan version that took the empty slot away, its quota moved elsewhere; null: it stands. */
  retired_at: string | null
}

export interface RecordTable {
  seq: number
  id: string
  centre_code: string | null
  county_code: string
  kind: string
  date: string
  recorded_at: string
  recorded_by: string
  origin: string
  body: string
  /** The account that entered it; null: a file or the program. */
  account_id: string | null
}

export interface CentreStateTable {
  code: string
  county_code: string
  version: number
  updated_at: string | null
  stage: string
  verified_stage: string | null
  /** Sums by source and kind, JSON. */
  funds: string
  /** The fold of every record known, JSON. */
  state: string
}

export interface CountyRollupTable {
  county_code: string
  quota: number
  by_stage: string
  by_verified_stage: string
  funds: string
  unsplit: string
}

/** The tables of accounts, sessions and codes are written by the accounts library; these are the columns read here. */
export interface AccountTable {
  id: string
  username: string
  display_username: string | null
  name: string
  email: string
  email_verified: Generated<number>
  image: string | null
  role: string
  county: string | null
  finance: Generated<number>
  disabled: Generated<number>
  disabled_reason: string | null
  disabled_until: string | null
  two_factor_enabled: Generated<number>
  last_sign_in_at: string | null
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface CredentialTable {
  id: string
  account_id: string
  provider_id: string
  provider_account_id: string
  password: string | null
}

export interface SecondFactorTable {
  id: string
  account_id: string
  secret: string
  backup_codes: string
  verified: number
  failed_verification_count: number
  locked_until: string | null
  last_step: number | null
}

export interface SessionTable {
  id: string
  account_id: string
  token: string
  address: string | null
  user_agent: string | null
  stay: number
  viewing_as: string | null
  created_at: string
  updated_at: string
  last_seen_at: string
  expires_at: string
}

/** One-time links: `identifier` is the kind and the hash of the token. */
export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: string
  updated_at: string
}

export interface WallLinkTable {
  id: string
  label: string
  token_hash: string
  created_by: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
}

/** Photos and documents: what is known of a file kept under its SHA-256. */
export interface EvidenceTable {
  /** The order of entry. */
  seq: number
  id: string
  kind: string
  sha256: string
  media_type: string
  bytes: number
  name: string
  county_code: string
  /** Null: about the county. */
  centre_code: string | null
  /** The stage a photo shows. */
  stage: string | null
  width: number | null
  height: number | null
  /** When and where a photo says it was taken: local time without a zone, WGS-84 degrees. */
  taken_at: string | null
  taken_lon: number | null
  taken_lat: number | null
  added_at: string
  added_by: string
  account_id: string | null
}

export interface EvidenceWithdrawalTable {
  seq: number
  id: string
  evidence_id: string
  reason: string
  withdrawn_at: string
  withdrawn_by: string
  account_id: string | null
}

/** Acts that leave no record of their own, by the ids their senders made. */
export interface QuotaMoveTable {
  id: string
  from_county: string
  to_county: string
  slots: number
  reason: string
  moved_at: string
  account_id: string | null
}

/** A visit to come. */
export interface VisitPlanTable {
  seq: number
  id: string
  centre_code: string
  county_code: string
  kind: string
  planned_on: string
  /** Account ids and names, JSON. */
  inspectors: string
  note: string | null
  planned_at: string
  planned_by: string
  account_id: string | null
}

export interface VisitCancellationTable {
  seq: number
  id: string
  visit_id: string
  reason: string
  cancelled_at: string
  cancelled_by: string
  account_id: string | null
}

export interface AuditTable {
  seq: number
  at: string
  account_id: string | null
  username: string | null
  role: string | null
  county: string | null
  address: string | null
  request_id: string | null
  operation: string
  outcome: string
  subject: string | null
  /** JSON. */
  before: string | null
  after: string | null
  previous_hash: string
  hash: string
}

export interface Tables {
  plan: PlanTable
  centre: CentreTable
  record: RecordTable
  centre_state: CentreStateTable
  county_rollup: CountyRollupTable
  account: AccountTable
  credential: CredentialTable
  second_factor: SecondFactorTable
  session: SessionTable
  verification: VerificationTable
  wall_link: WallLinkTable
  audit: AuditTable
  evidence: EvidenceTable
  evidence_withdrawal: EvidenceWithdrawalTable
  quota_move: QuotaMoveTable
  visit_plan: VisitPlanTable
  visit_cancellation: VisitCancellationTable
}

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
