import { PROBLEM_TEXTS } from './problem-texts.ts'
import { columnLetters } from './raw-table.ts'

export type ProblemCode = keyof typeof PROBLEM_TEXTS
export type Severity = 'error' | 'doubt' | 'note'

/** Where a problem stands: the sheet's own row and column, the header, and what the cell holds. */
export interface Place {
  row: number
  /** Counted from 1; null where the column is absent or the whole row is meant. */
  column: number | null
  header: string
  value: string
}

export interface Problem {
  severity: Severity
  code: ProblemCode
  /** Null: the file as a whole. */
  row: number | null
  /** The header as typed; empty where the file or the row as a whole is meant. */
  column: string
  /** As the sheet names the cell, e.g. `H7`; empty where there is none. */
  cell: string
  value: string
  message: { zh: string; en: string }
  /** What would be right. */
  right: { zh: string; en: string }
}

export type Params = Record<string, string | number>

const fill = (text: string, params: Params) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** A problem at a place, worded; without a place it concerns the file as a whole. */
export function problemAt(place: Place | null, code: ProblemCode, params: Params = {}): Problem {
  const [severity, zh, en, rightZh, rightEn] = PROBLEM_TEXTS[code]
  return {
    severity,
    code,
    row: place?.row ?? null,
    column: place?.header ?? '',
    cell: place === null || place.column === null ? '' : `${columnLetters(place.column)}${place.row}`,
    value: place?.value ?? '',
    message: { zh: fill(zh, params), en: fill(en, params) },
    right: { zh: fill(rightZh, params), en: fill(rightEn, params) },
  }
}

/** What a parser makes of one cell: its value, or why it has none. */
export type Parsed<T> = { value: T } | { code: ProblemCode; params?: Params }
