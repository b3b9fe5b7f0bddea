import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db, Tables, Trx } from './tables.ts'

/** Rows a statement: beyond this more rows gain nothing, and the parameters stay far under every dialect's limit. */
const BATCH = 100

/** Inserts rows of one shape; the statement is compiled once for all full batches. */
export async function insertMany<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  let full: CompiledQuery | undefined
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    if (full && batch.length === BATCH) {
      await db.executeQuery({ ...full, parameters: batch.flatMap(row => Object.values(row)) })
      continue
    }
    const query = db.insertInto(table).values(batch).compile()
    if (batch.length === BATCH) full = query
    await db.executeQuery(query)
  }
}

/** Splits a list, for `in (…)` with any number of values. */
export function chunks<T>(list: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
