import { RECORD_KINDS } from '@lvliang/shared/centres/record.schema'
import { type Kysely, sql } from 'kysely'
import { isCounty, isDay, isInstant, isObject, quoted, strict } from './columns.ts'
import { refuseChanges } from './refuse-changes.ts'

/**
 * Makes the table of records anew, with every kind there is, and carries columns over: a check widens in no other way.
 * Every write pays for an index: the register asks by centre, and by county nobody does while writes are many.
 */
export async function rebuildRecord(db: Kysely<unknown>, carried: readonly string[]): Promise<void> {
  await sql`alter table record rename to record_before`.execute(db)
  for (const index of ['record_centre', 'record_county']) await db.schema.dropIndex(index).ifExists().execute()
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
    .addColumn('account_id', 'text')
    .modifyEnd(strict)
    .execute()
  const columns = sql.join(carried.map(name => sql.ref(name)))
  await sql`insert into record (${columns}) select ${columns} from record_before`.execute(db)
  await db.schema.dropTable('record_before').execute()
  await db.schema.createIndex('record_centre').on('record').columns(['centre_code', 'seq']).execute()
  await refuseChanges(db, 'record')
}
