import { BOM, type Cell, csvLine } from '../lib/csv.ts'

export type CellValue = Cell

/** A CSV as Excel opens it: UTF-8 with byte-order mark, CRLF. */
export const toCsv = (rows: readonly (readonly CellValue[])[]): string => BOM + rows.map(csvLine).join('')
