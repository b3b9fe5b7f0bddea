import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import type { RawRow } from '@lvliang/shared/register/raw-table'
import type { ReadTable } from './read-csv.ts'
import { readSheet } from './read-sheet.ts'
import { type Sheet, Workbook } from './xlsx-parts.ts'
import { ZIP_LIMITS, ZipError } from './zip-archive.ts'

/** Where rows go as they are read: a list, or what sends them on. */
export interface RowSink {
  push(row: RawRow): unknown
}

/** The sheet that holds the register: the one named 台账, else the first visible one. */
const registerSheet = (sheets: readonly Sheet[]) =>
  sheets.find(({ name, isHidden }) => !isHidden && name.trim() === '台账') ?? sheets.find(({ isHidden }) => !isHidden)

/**
 * Reads the register's sheet of an XLSX workbook, its rows into `rows`. What rows a workbook found damaged has given
 * by then are worth nothing.
 */
export function parseXlsx(bytes: Uint8Array, limits = ZIP_LIMITS, rows: RowSink = []): ReadTable {
  try {
    const workbook = new Workbook({ bytes, limits })
    const { sheets, date1904 } = workbook.readSheets()
    const sheet = registerSheet(sheets)
    if (sheet === undefined) return { problems: [problemAt(null, 'sheetMissing')] }
    const source = { workbook, part: sheet.part, strings: workbook.readSharedStrings() }
    const merges = readSheet(source, row => rows.push(row))
    const otherSheets = sheets.filter(other => other !== sheet && !other.isHidden).map(({ name }) => name)
    return { table: { format: 'xlsx', rows: Array.isArray(rows) ? rows : [], merges, date1904, otherSheets } }
  } catch (error) {
    return { problems: [unreadable(error)] }
  }
}

function unreadable(error: unknown): Problem {
  if (!(error instanceof ZipError)) throw error
  return problemAt(null, error.code, { detail: error.message })
}
