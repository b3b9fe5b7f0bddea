export type CellValue = string | number | null

/** Text that a spreadsheet would run as a formula is led by an apostrophe; what holds a separator is quoted. */
function csvCell(value: CellValue): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV as Excel opens it: UTF-8 with byte-order mark, CRLF. */
export function toCsv(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
