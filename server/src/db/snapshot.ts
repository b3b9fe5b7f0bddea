import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { ImmediateSqliteDialect } from './immediate-dialect.ts'
import type { Db, Tables } from './tables.ts'

/**
 * Copies a database as it is at one moment into a new file, on a connection of its own. In WAL mode that reader holds
 * up no writer; the backup API would begin anew with every write of another process.
 */
export function takeSnapshot(from: string, to: string): void {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true })
  try {
    source.pragma('busy_timeout = 5000')
    source.prepare('vacuum into ?').run(to)
  } finally {
    source.close()
  }
}

/** Opens a file nobody writes, as it is: no schema is brought up to date, no file made beside it. */
export function openSnapshot(path: string): Db {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true })
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database }) })
}
