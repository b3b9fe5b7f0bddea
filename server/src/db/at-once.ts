import type Sqlite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type { Db } from './tables.ts'

/** Runs a compiled statement and gives its rows. */
export type Run = <R>(query: CompiledQuery<R>) => R[]

/** Writes in one transaction, committed once this returns; what is thrown rolls all of it back. */
export type Transact = (write: (run: Run) => void) => void

/**
 * One hold of the connection, without a turn of the event loop within: what `work` finds in memory is what is stored,
 * and nobody sees what it changes there before it is done.
 */
export type AtOnce = <T>(work: (transact: Transact) => T) => Promise<T>

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
  const transaction = connection.transaction((write: (run: Run) => void) => write(run))
  // Held through Kysely, so that it falls between its transactions, never into one.
  return work => db.getExecutor().provideConnection(async () => work(transaction.immediate))
}
