import { STAGES } from '@lvliang/shared/plan/stage'
import { type Kysely, sql } from 'kysely'
import { isCounty, isDay, isInstant, isObject, quoted, strict } from '../columns.ts'
import { refuseChanges } from '../refuse-changes.ts'

/** The kinds of the first release; later ones come with the migration that brings them. */
const RECORD_KINDS = [
  'facts',
  'stageReported',
  'stageVerified',
  'stageReversal',
  'suspension',
  'suspensionEnded',
  'relocationRequested',
  'relocationAgreed',
  'delay',
  'fundEntry',
  'monthlyReport',
  'doubt',
]

async function createPlan(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan')
    .addColumn('version', 'integer', column => column.primaryKey())
    .addColumn('plan', 'text', column => column.notNull().check(isObject('plan')))
    .addColumn('policy', 'text', column => column.notNull().check(isObject('policy')))
    .addColumn('added_at', 'text', column => column.notNull().check(isInstant('added_at')))
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('centre')
    .addColumn('code', 'text', column => column.primaryKey().notNull().check(sql`length(code) between 1 and 40`))
    .addColumn('county_code', 'text', column => column.notNull().check(isCounty('county_code')))
    .addColumn('ordinal', 'integer', column => column.notNull().unique().check(sql`ordinal > 0`))
    .addColumn('added_at', 'text', column => column.notNull().check(isInstant('added_at')))
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('centre_county').on('centre').column('county_code').execute()
}

async function createRecord(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', column => column.notNull().unique().check(sql`length(id) = 36`))
    .addColumn('centre_code', 'text', column => column.references('centre.code'))
    .addColumn('county_code', 'text', column => column.notNull().check(isCounty('county_code')))
    .addColumn('kind', 'text', column => column.notNull().check(sql`kind in (${quoted(RECORD_KINDS)})`))
    .addColumn('date', 'text', column => column.notNull().check(isDay('date')))
    .addColumn('recorded_at', 'text', column => column.notNull().check(isInstant('recorded_at')))
    .addColumn('recorded_by', 'text', column => column.notNull())
    .addColumn('origin', 'text', column => column.notNull().check(sql`origin in ('entry', 'register')`))
    .addColumn('body', 'text', column => column.notNull().check(isObject('body')))
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('record_centre').on('record').columns(['centre_code', 'seq']).execute()
  await db.schema.createIndex('record_county').on('record').columns(['county_code', 'seq']).execute()
}

async function createState(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('centre_state')
    .addColumn('code', 'text', column => column.primaryKey().notNull().references('centre.code'))
    .addColumn('county_code', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull().check(sql`version >= 0`))
    .addColumn('updated_at', 'text', column => column.check(isInstant('updated_at')))
    .addColumn('stage', 'text', column => column.notNull().check(sql`stage in (${quoted(STAGES)})`))
    .addColumn('verified_stage', 'text', column => column.check(sql`verified_stage in (${quoted(STAGES)})`))
    .addColumn('funds', 'text', column => column.notNull().check(isObject('funds')))
    .addColumn('state', 'text', column => column.notNull().check(isObject('state')))
    .modifyEnd(strict)
    .execute()
  await db.schema.createIndex('centre_state_county').on('centre_state').column('county_code').execute()
  await db.schema
    .createTable('county_rollup')
    .addColumn('county_code', 'text', column => column.primaryKey().notNull())
    .addColumn('quota', 'integer', column => column.notNull().check(sql`quota >= 0`))
    .addColumn('by_stage', 'text', column => column.notNull().check(isObject('by_stage')))
    .addColumn('by_verified_stage', 'text', column => column.notNull().check(isObject('by_verified_stage')))
    .addColumn('funds', 'text', column => column.notNull().check(isObject('funds')))
    .addColumn('unsplit', 'text', column => column.notNull().check(isObject('unsplit')))
    .addColumn('updated_at', 'text', column => column.check(isInstant('updated_at')))
    .modifyEnd(strict)
    .execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlan(db)
  await createRecord(db)
  await createState(db)
  // Records and plans are the truth the rest is derived from: once written they neither change nor go.
  await refuseChanges(db, 'plan')
  await refuseChanges(db, 'record')
}
