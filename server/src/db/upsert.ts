import type { CompiledQuery, InsertObject } from 'kysely'
import type { Tables, Trx } from './tables.ts'

/** Compiled statements by table and columns. */
const compiled = new Map<string, CompiledQuery>()

/** Writes a row over the one with the same key, or as a new one; the statement is compiled once a process. */
export async function upsert<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  key: keyof Tables[T] & string,
  row: InsertObject<Tables, T>,
): Promise<void> {
  const columns = Object.keys(row)
  const shape = `${table}(${columns.join()})`
  const query = compiled.get(shape) ?? compile(trx, table, key, row)
  compiled.set(shape, query)
  await trx.executeQuery({ ...query, parameters: Object.values(row) })
}

function compile<T extends keyof Tables & string>(trx: Trx, table: T, key: string, row: InsertObject<Tables, T>) {
  const others = Object.keys(row).filter(column => column !== key)
  return trx
    .insertInto(table)
    .values(row)
    .onConflict(conflict =>
      conflict
        .column(key as never)
        .doUpdateSet(
          ({ ref }) => Object.fromEntries(others.map(column => [column, ref(`excluded.${column}` as never)])) as never,
        ),
    )
    .compile()
}
