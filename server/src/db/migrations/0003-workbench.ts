import { EVIDENCE_KINDS } from '@lvliang/shared/evidence/evidence.schema'
import { STAGES } from '@lvliang/shared/plan/stage'
import { type Kysely, sql } from 'kysely'
import { isCounty, isInstant, quoted, strict } from '../columns.ts'
import { rebuildRecord } from '../rebuild-record.ts'
import { refuseChanges } from '../refuse-changes.ts'

const isHash = (column: string) => sql<boolean>`length(${sql.ref(column)}) = 64`

async function createEvidence(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', column => column.notNull().unique().check(sql`length(id) = 36`))
    .addColumn('kind', 'text', column => column.notNull().check(sql`kind in (${quoted(EVIDENCE_KINDS)})`))
    .addColumn('sha256', 'text', column => column.notNull().check(isHash('sha256')))
    .addColumn('media_type', 'text', column => column.notNull())
    .addColumn('bytes', 'integer', column => column.notNull().check(sql`bytes > 0`))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('county_code', 'text', column => column.notNull().check(isCounty('county_code')))
    .addColumn('centre_code', 'text', column => column.references('centre.code'))
    .addColumn('stage', 'text', column => column.check(sql`stage in (${quoted(STAGES)})`))
    .addColumn('width', 'integer', column => column.check(sql`width > 0`))
    .addColumn('height', 'integer', column => column.check(sql`height > 0`))
    .addColumn('taken_at', 'text')
    .addColumn('taken_lon', 'real')
    .addColumn('taken_lat', 'real')
    .addColumn('added_at', 'text', column => column.notNull().check(isInstant('added_at')))
    .addColumn('added_by', 'text', column => column.notNull())
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('evidence_sha256').on('evidence').column('sha256').execute()
  await db.schema
    .createTable('evidence_withdrawal')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', column => column.notNull().unique().check(sql`length(id) = 36`))
    .addColumn('evidence_id', 'text', column => column.notNull().unique().references('evidence.id'))
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('withdrawn_at', 'text', column => column.notNull().check(isInstant('withdrawn_at')))
    .addColumn('withdrawn_by', 'text', column => column.notNull())
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  await refuseChanges(db, 'evidence')
  await refuseChanges(db, 'evidence_withdrawal')
}

async function createQuotaMove(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('centre')
    .addColumn('retired_at', 'text', column => column.check(isInstant('retired_at')))
    .execute()
  await db.schema
    .createTable('quota_move')
    .addColumn('id', 'text', column => column.primaryKey().notNull().check(sql`length(id) = 36`))
    .addColumn('from_county', 'text', column => column.notNull().check(isCounty('from_county')))
    .addColumn('to_county', 'text', column => column.notNull().check(isCounty('to_county')))
    .addColumn('slots', 'integer', column => column.notNull().check(sql`slots > 0`))
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('moved_at', 'text', column => column.notNull().check(isInstant('moved_at')))
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  await refuseChanges(db, 'quota_move')
}

export async function up(db: Kysely<unknown>): Promise<void> {
  // Records take more kinds and name the account that entered them.
  await rebuildRecord(db, [
    'seq',
    'id',
    'centre_code',
    'county_code',
    'kind',
    'date',
    'recorded_at',
    'recorded_by',
    'origin',
    'body',
  ])
  await createEvidence(db)
  await createQuotaMove(db)
}
