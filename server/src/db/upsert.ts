import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db, Tables, Trx } from './tables.ts'

/** Compiled statements by table and columns. */
const compiled = new Map<string, CompiledQuery>()

/**
 * The statement that writes a row over the one with the same key, or as a new one; compiled once a process. `fixed` are
 * columns that never change, the key first: an index on one that is not written costs nothing.
 */
export function upsertOf<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  fixed: readonly (keyof Tables[T] & string)[],
  row: InsertObject<Tables, T>,
): CompiledQuery {
  const columns = Object.keys(row)
  const shape = `${table}(${columns.join()})`
  const query = compiled.get(shape) ?? compile(db, table, fixed, row)
  compiled.set(shape, query)
  return { ...query, parameters: Object.values(row) }
}

function compile<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  fixed: readonly string[],
  row: InsertObject<Tables, T>,
) {
  const others = Object.keys(row).filter(column => !fixed.includes(column))
  return db
    .insertInto(table)
    .values(row)
    .onConflict(conflict =>
      conflict
        .column(fixed[0] as never)
        .doUpdateSet(
          ({ ref }) => Object.fromEntries(others.map(column => [column, ref(`excluded.${column}` as never)])) as never,
        ),
    )
    .compile()
}
