import { type Migration, Migrator, sql } from 'kysely'
import { DomainError } from '../errors.ts'
import * as records from './migrations/0001-records.ts'
import * as accounts from './migrations/0002-accounts.ts'
import * as workbench from './migrations/0003-workbench.ts'
import * as inspections from './migrations/0004-inspections.ts'
import type { Db } from './tables.ts'

/** Every schema change in order; a name, once released, stays. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-records': records,
  '0002-accounts': accounts,
  '0003-workbench': workbench,
  '0004-inspections': inspections,
}

/** Brings the schema up to date, or refuses a database that a newer program has already changed. */
export async function migrate(db: Db): Promise<void> {
  await refuseNewerSchema(db)
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error
}

const migratorOf = (db: Db) => new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })

/** Whether a database has the schema of this program. Reads only; throws for a newer one. */
export async function hasCurrentSchema(db: Db): Promise<boolean> {
  await refuseNewerSchema(db)
  const migrations = await migratorOf(db).getMigrations()
  return migrations.every(({ executedAt }) => executedAt !== undefined)
}

async function refuseNewerSchema(db: Db): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(table => table.name === 'kysely_migration')) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const newer = rows.map(row => row.name).filter(name => !(name in MIGRATIONS))
  if (newer.length === 0) return
  throw new DomainError(
    'schemaNewer',
    `数据库由更新版本的程序建立（${newer.join('、')}），本版本不能打开，请升级程序。 / ` +
      `The database was written by a newer version (${newer.join(', ')}); this one cannot open it. Please upgrade.`,
  )
}
