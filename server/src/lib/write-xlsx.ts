import type { Row, Style, Worksheet } from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { safeText } from './safe-text.ts'
import type { Column, Table } from './table.ts'

const HEADER_ROWS = 4
const FROZEN_COLUMNS = 4
const A4 = 9
const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }
const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const
const HEADING: Partial<Style> = { border, alignment: centred, font: { bold: true } }
const BODY: Partial<Style> = { border, alignment: { vertical: 'middle', wrapText: true } }

function addTitle<T>(sheet: Worksheet, { title, lines, columns }: Table<T>): void {
  sheet.mergeCells(1, 1, 1, columns.length)
  sheet.mergeCells(2, 1, 2, columns.length)
  Object.assign(sheet.getCell(1, 1), { value: title, font: { size: 18, bold: true }, alignment: centred })
  Object.assign(sheet.getCell(2, 1), { value: lines.join('　　'), alignment: { horizontal: 'left' } })
  sheet.getRow(1).height = 32
}

/** Group names over the columns they hold, each group one merged cell. */
function addHeaders<T>(sheet: Worksheet, columns: readonly Column<T>[]): void {
  let start = 0
  columns.forEach(({ group, header }, i) => {
    sheet.getCell(HEADER_ROWS, i + 1).value = header
    if (columns[i + 1]?.group === group) return
    sheet.getCell(HEADER_ROWS - 1, start + 1).value = group
    if (i > start) sheet.mergeCells(HEADER_ROWS - 1, start + 1, HEADER_ROWS - 1, i + 1)
    start = i + 1
  })
  for (const row of [HEADER_ROWS - 1, HEADER_ROWS]) dress(sheet.getRow(row), columns.length, HEADING)
}

/** One style object for all cells of a kind: the writer tells styles apart by identity first. */
function dress(row: Row, cells: number, style: Partial<Style>): void {
  for (let i = 1; i <= cells; i++) row.getCell(i).style = style
}

function addEntries<T>(sheet: Worksheet, { columns, entries }: Table<T>): void {
  for (const entry of entries) {
    const cells = columns.map(({ value }) => value(entry))
    dress(sheet.addRow(cells.map(cell => (typeof cell === 'string' ? safeText(cell) : cell))), columns.length, BODY)
  }
}

/** A zip says when each part was written; one fixed day keeps the same table the same bytes. */
function withoutClock(bytes: Uint8Array): Buffer {
  return Buffer.from(zipSync(unzipSync(bytes), { mtime: '2018-01-01T00:00:00', level: 6 }))
}

/** The 台账 as a workbook ready to print: A4 landscape on one width, titles on every page, heads that stay in view. */
export async function writeXlsx<T>(table: Table<T>): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const epoch = new Date('2018-01-01T00:00:00Z')
  Object.assign(workbook, { created: epoch, modified: epoch })
  const sheet = workbook.addWorksheet('台账', {
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER_ROWS - 1}:${HEADER_ROWS}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', xSplit: FROZEN_COLUMNS, ySplit: HEADER_ROWS }],
  })
  sheet.columns = table.columns.map(({ width }) => ({ width }))
  addTitle(sheet, table)
  addHeaders(sheet, table.columns)
  addEntries(sheet, table)
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()))
}
