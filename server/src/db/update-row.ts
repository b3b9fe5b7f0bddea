import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db, Tables, Trx } from './tables.ts'

/** Compiled statements by table and columns. */
const compiled = new Map<string, CompiledQuery>()

/**
 * The statement that writes a row over the one with the same key, which is there; compiled once a process. `fixed` are
 * columns that never change, the key first: an index on one that is not written costs nothing.
 */
export function updateOf<T extends keyof Tables & string>(
  db: Db | Trx,
  table: T,
  fixed: readonly (keyof Tables[T] & string)[],
  row: InsertObject<Tables, T>,
): CompiledQuery {
  const [key] = fixed as readonly string[]
  const values = row as Record<string, unknown>
  const columns = Object.keys(row).filter(column => !fixed.includes(column as never))
  const shape = `${table}(${columns.join()})`
  const query = compiled.get(shape) ?? compile(db, { table, key: key as string, columns })
  compiled.set(shape, query)
  return { ...query, parameters: [...columns, key as string].map(column => values[column]) }
}

function compile(
  db: Db | Trx,
  { table, key, columns }: { table: keyof Tables & string; key: string; columns: readonly string[] },
): CompiledQuery {
  const set = Object.fromEntries(columns.map(column => [column, '']))
  return db
    .updateTable(table)
    .set(set as never)
    .where(key as never, '=', '' as never)
    .compile()
}
