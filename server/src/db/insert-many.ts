import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db, Tables, Trx } from './tables.ts'

/** Rows a statement, most first: beyond 100 more rows gain nothing, and few sizes mean few statements to compile. */
const SIZES = [100, 10, 1]

/** Compiled inserts by table, columns and number of rows. */
const compiled = new Map<string, CompiledQuery>()

/** Inserts rows of one shape; each statement is compiled once a process. */
export async function insertMany<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  for (const query of insertsOf(db, table, rows)) await db.executeQuery(query)
}

/** The statements that insert rows of one shape. */
export function* insertsOf<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Generator<CompiledQuery> {
  const [first] = rows
  if (first === undefined) return
  const shape = `${table}(${Object.keys(first).join()})`
  let start = 0
  for (const size of SIZES) {
    for (; start + size <= rows.length; start += size) {
      const batch = rows.slice(start, start + size)
      const key = `${shape}×${size}`
      const query = compiled.get(key) ?? db.insertInto(table).values(batch).compile()
      compiled.set(key, query)
      yield { ...query, parameters: valuesOf(batch) }
    }
  }
}

function valuesOf(rows: readonly object[]): unknown[] {
  const values: unknown[] = []
  for (const row of rows) for (const value of Object.values(row)) values.push(value)
  return values
}

/** Splits a list, for `in (…)` with any number of values. */
export function chunks<T>(list: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
