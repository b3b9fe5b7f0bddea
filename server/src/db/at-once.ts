import type Sqlite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type { Db } from './tables.ts'

/** Runs a compiled statement and gives its rows. */
export type Run = <R>(query: CompiledQuery<R>) => R[]

/** A transaction whose work waits for nothing: one hold of the connection, no turn of the event loop within. */
export type AtOnce = <T>(work: (run: Run) => T) => Promise<T>

/** The form of a transaction that costs least, for what every act writes; on SQLite, statements answer at once. */
export function atOnceOn(db: Db, connection: Sqlite.Database): AtOnce {
  const kept = new Map<string, Sqlite.Statement>()
  const run: Run = ({ sql, parameters }) => {
    const statement = kept.get(sql) ?? connection.prepare(sql)
    kept.set(sql, statement)
    if (statement.reader) return statement.all(...parameters) as never[]
    statement.run(...parameters)
    return []
  }
  const transaction = connection.transaction((work: (run: Run) => unknown) => work(run))
  // Held through Kysely, so that it falls between its transactions, never into one.
  return work => db.connection().execute(async () => transaction.immediate(work) as ReturnType<typeof work>)
}
