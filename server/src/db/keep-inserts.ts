import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** What every write runs besides its inserts: its transaction, and the head of the audit chain. */
const RUN_BY_EVERY_WRITE = /^(insert into|begin|commit|rollback|select "seq", "hash" from "audit" order by)/

/** A connection that prepares once what writes run: for an insert of a hundred rows that costs more than running it. */
export function keepInserts(connection: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => connection.close(),
    prepare(sql) {
      if (!RUN_BY_EVERY_WRITE.test(sql)) return connection.prepare(sql)
      const statement = kept.get(sql) ?? connection.prepare(sql)
      if (kept.size < 100) kept.set(sql, statement)
      return statement
    },
  } as SqliteDatabase
}
