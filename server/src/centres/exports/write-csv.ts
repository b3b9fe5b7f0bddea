import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import { BOM, csvLine } from '../../lib/csv.ts'
import type { Column } from './column.ts'

/** A table as CSV that Excel opens as it is: UTF-8 with BOM, CRLF. */
export function writeCsv(columns: readonly Column[], entries: readonly EvaluatedCentre[]): string {
  const lines = entries.map(entry => csvLine(columns.map(({ value }) => value(entry))))
  return `${BOM}${csvLine(columns.map(({ header }) => header))}${lines.join('')}`
}
