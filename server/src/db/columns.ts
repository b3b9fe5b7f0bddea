import { type RawBuilder, sql } from 'kysely'

const DAY = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'

/** What columns of every migration are checked by. */
export const strict = sql`strict`
export const quoted = (values: readonly string[]) => sql.raw(values.map(value => `'${value}'`).join(', '))
export const isDay = (column: string): RawBuilder<boolean> => sql`${sql.ref(column)} glob ${sql.lit(DAY)}`
export const isInstant = (column: string): RawBuilder<boolean> =>
  sql`${sql.ref(column)} glob ${sql.lit(`${DAY}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z`)}`
export const isObject = (column: string): RawBuilder<boolean> =>
  sql`json_valid(${sql.ref(column)}) and json_type(${sql.ref(column)}) = 'object'`
export const isCounty = (column: string): RawBuilder<boolean> =>
  sql`${sql.ref(column)} glob '[0-9][0-9][0-9][0-9][0-9][0-9]'`
export const isTruth = (column: string): RawBuilder<boolean> => sql`${sql.ref(column)} in (0, 1)`
