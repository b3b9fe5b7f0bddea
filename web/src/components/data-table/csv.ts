export type CellValue = string | number | null

/** A leading `=`, `+`, `-`, `@`, tab or carriage return makes a spreadsheet run text as a formula; a quote mark disarms it. */
const FORMULA = /^[=+\-@\t\r]/

function csvField(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV that spreadsheet programs open in Chinese: UTF-8 with BOM, CRLF, nothing that runs as a formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${[header, ...rows].map(row => `${row.map(csvField).join(',')}\r\n`).join('')}`
}
