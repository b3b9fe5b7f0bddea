import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import type { ReadTable } from './read-csv.ts'
import { readSheet } from './read-sheet.ts'
import { type Sheet, Workbook } from './xlsx-parts.ts'
import { ZIP_LIMITS, ZipError } from './zip-archive.ts'

/** The sheet that holds the register: the one named 台账, else the first visible one. */
const registerSheet = (sheets: readonly Sheet[]) =>
  sheets.find(({ name, isHidden }) => !isHidden && name.trim() === '台账') ?? sheets.find(({ isHidden }) => !isHidden)

/** Reads the register's sheet of an XLSX workbook. Runs in a worker: see `read-xlsx.ts`. */
export function parseXlsx(bytes: Uint8Array, limits = ZIP_LIMITS): ReadTable {
  try {
    const workbook = new Workbook({ bytes, limits })
    const { sheets, date1904 } = workbook.readSheets()
    const sheet = registerSheet(sheets)
    if (sheet === undefined) return { problems: [problemAt(null, 'sheetMissing')] }
    const content = readSheet(workbook, sheet.part, workbook.readSharedStrings())
    const otherSheets = sheets.filter(other => other !== sheet && !other.isHidden).map(({ name }) => name)
    return { table: { format: 'xlsx', ...content, date1904, otherSheets } }
  } catch (error) {
    return { problems: [unreadable(error)] }
  }
}

function unreadable(error: unknown): Problem {
  if (!(error instanceof ZipError)) throw error
  return problemAt(null, error.code, { detail: error.message })
}
