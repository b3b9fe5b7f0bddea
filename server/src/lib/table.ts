import type { Cell } from './csv.ts'

/** One column of an exported table of entries. */
export interface Column<T> {
  group: string
  header: string
  value: (entry: T) => Cell
  /** Width in characters. */
  width: number
}

/** A table to print, with what stands over it. */
export interface Table<T> {
  title: string
  /** Lines under the title: the day, whether the data is invented. */
  lines: readonly string[]
  columns: readonly Column<T>[]
  entries: readonly T[]
}
