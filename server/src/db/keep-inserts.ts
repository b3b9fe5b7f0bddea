import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** What every write asks before it inserts: the head of the audit chain. */
const ASKED_BY_EVERY_WRITE = 'select "seq", "hash" from "audit" order by'

/** A connection that prepares once what writes run: for an insert of a hundred rows that costs more than running it. */
export function keepInserts(connection: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => connection.close(),
    prepare(sql) {
      if (!sql.startsWith('insert into') && !sql.startsWith(ASKED_BY_EVERY_WRITE)) return connection.prepare(sql)
      const statement = kept.get(sql) ?? connection.prepare(sql)
      if (kept.size < 100) kept.set(sql, statement)
      return statement
    },
  } as SqliteDatabase
}
