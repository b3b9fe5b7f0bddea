import { VISIT_KINDS } from '@lvliang/shared/inspections/visit.schema'
import { type Kysely, sql } from 'kysely'
import { isCounty, isDay, isInstant, quoted, strict } from '../columns.ts'
import { rebuildRecord } from '../rebuild-record.ts'
import { refuseChanges } from '../refuse-changes.ts'

/** Visits to come are no records: a county must not learn of one by the version of its centre. */
async function createVisitPlans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_plan')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', column => column.notNull().unique().check(sql`length(id) = 36`))
    .addColumn('centre_code', 'text', column => column.notNull().references('centre.code'))
    .addColumn('county_code', 'text', column => column.notNull().check(isCounty('county_code')))
    .addColumn('kind', 'text', column => column.notNull().check(sql`kind in (${quoted(VISIT_KINDS)})`))
    .addColumn('planned_on', 'text', column => column.notNull().check(isDay('planned_on')))
    .addColumn('inspectors', 'text', column =>
      column.notNull().check(sql`json_valid(inspectors) and json_type(inspectors) = 'array'`),
    )
    .addColumn('note', 'text')
    .addColumn('planned_at', 'text', column => column.notNull().check(isInstant('planned_at')))
    .addColumn('planned_by', 'text', column => column.notNull())
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  await db.schema
    .createTable('visit_cancellation')
    .addColumn('seq', 'integer', column => column.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', column => column.notNull().unique().check(sql`length(id) = 36`))
    .addColumn('visit_id', 'text', column => column.notNull().unique().references('visit_plan.id'))
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('cancelled_at', 'text', column => column.notNull().check(isInstant('cancelled_at')))
    .addColumn('cancelled_by', 'text', column => column.notNull())
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  await refuseChanges(db, 'visit_plan')
  await refuseChanges(db, 'visit_cancellation')
}

export async function up(db: Kysely<unknown>): Promise<void> {
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
    'account_id',
  ])
  await createVisitPlans(db)
  // Nobody asks when a roll-up last changed, and without it most acts leave it as it is.
  await db.schema.alterTable('county_rollup').dropColumn('updated_at').execute()
}
