import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** A connection that prepares each insert once: for a statement of a hundred rows that costs more than running it. */
export function keepInserts(connection: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => connection.close(),
    prepare(sql) {
      if (!sql.startsWith('insert into')) return connection.prepare(sql)
      const statement = kept.get(sql) ?? connection.prepare(sql)
      if (kept.size < 100) kept.set(sql, statement)
      return statement
    },
  } as SqliteDatabase
}
