import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { type ColumnMeaning, headerOf } from '@lvliang/shared/register/columns'
import excel, { type Cell, type DataValidation, type Workbook, type Worksheet } from 'exceljs'
import { helpOf } from './column-help.ts'
import type { CellValue } from './write-csv.ts'

/** Validation over whole columns swells the file and hangs some readers: this many rows, no more. */
const FORM_ROWS = 500

const list = (values: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${values.join(',')}"`],
  showErrorMessage: true,
  errorTitle: '请从列表中选择',
  error: values.join('、'),
})

function validationOf(meaning: ColumnMeaning, { counties, fundingSources }: PlanFile): DataValidation | null {
  if (meaning.kind === 'county') return list(counties.map(({ name }) => name.zh))
  if (meaning.kind === 'build') return list(['新建', '改建', '扩建'])
  if (meaning.kind === 'meals') return list(['是', '否'])
  if (meaning.kind !== 'money' || meaning.unit === null) return null
  const planned = fundingSources.find(({ id }) => id === meaning.source)?.amountFen ?? 0
  const most = planned / (meaning.unit === 'wan' ? 1_000_000 : 100)
  return {
    type: 'decimal',
    operator: 'between',
    allowBlank: true,
    formulae: [0, most],
    showErrorMessage: true,
    errorTitle: '金额',
    error: `0 至 ${most}`,
  }
}

const WIDTHS: Partial<Record<ColumnMeaning['kind'], number>> = { villageCode: 16, day: 13, money: 15 }

function formatOf({ kind }: ColumnMeaning): string | null {
  if (kind === 'day') return 'yyyy-mm-dd'
  return kind === 'text' || kind === 'code' || kind === 'villageCode' ? '@' : null
}

function styleHeader(cell: Cell, isRequired: boolean) {
  cell.font = { bold: true }
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: isRequired ? 'FFFCE4C4' : 'FFE8EEF4' } }
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  cell.border = { bottom: { style: 'thin' } }
}

function addRegister(
  workbook: Workbook,
  columns: readonly ColumnMeaning[],
  rows: readonly CellValue[][],
  plan: PlanFile,
) {
  const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', xSplit: 4, ySplit: 1 }] })
  sheet.addRow(columns.map(headerOf)).height = 34
  columns.forEach((meaning, i) => {
    const column = sheet.getColumn(i + 1)
    column.width = WIDTHS[meaning.kind] ?? 12
    const format = formatOf(meaning)
    if (format !== null) column.numFmt = format
    const cell = sheet.getCell(1, i + 1)
    const help = helpOf(meaning)
    cell.note = `${help.zh}\n${help.en}`
    styleHeader(cell, help.zh.startsWith('必填'))
  })
  for (const row of rows) sheet.addRow(row)
  addValidations(sheet, columns, plan)
}

function addValidations(sheet: Worksheet, columns: readonly ColumnMeaning[], plan: PlanFile) {
  columns.forEach((meaning, i) => {
    const validation = validationOf(meaning, plan)
    if (validation === null) return
    for (let row = 2; row <= FORM_ROWS + 1; row++) sheet.getCell(row, i + 1).dataValidation = validation
  })
}

function addExplanations(
  workbook: Workbook,
  columns: readonly ColumnMeaning[],
  { counties, title }: PlanFile,
  remark: string | null,
) {
  const sheet = workbook.addWorksheet('填写说明')
  sheet.columns = [{ width: 26 }, { width: 48 }, { width: 60 }]
  if (remark !== null) sheet.addRow([remark]).font = { bold: true, color: { argb: 'FFC00000' } }
  sheet.addRow([title.zh, '每行一个项目；表头不要改动，列的顺序不限', title.en])
  sheet.addRow([
    '日期',
    '2018-05-03、2018/5/3、2018年5月3日、20180503 或 Excel 日期；只写“5月”不行',
    'a full day; a month alone is refused',
  ])
  sheet.addRow(['空单元格', '不表示任何内容，以前填过的保持不变', 'a blank cell states nothing'])
  sheet.addRow(['公式、合并单元格', '不能使用，请粘贴为数值', 'no formulas, no merged cells'])
  sheet.addRow([])
  sheet.addRow(['列', '填写内容', 'what to write']).font = { bold: true }
  for (const meaning of columns) sheet.addRow([headerOf(meaning), helpOf(meaning).zh, helpOf(meaning).en])
  sheet.addRow([])
  sheet.addRow(['县(市、区)代码', '名称', 'name']).font = { bold: true }
  for (const { code, name } of counties) sheet.addRow([code, name.zh, name.en])
}

export interface WorkbookContent {
  columns: readonly ColumnMeaning[]
  /** Days as Excel serials. */
  rows: readonly CellValue[][]
  plan: PlanFile
  /** Stands above the explanations, e.g. that the data is invented. */
  remark: string | null
}

/** A register as a workbook to fill in: one sheet for the rows, one that explains the columns. */
export async function writeWorkbook(file: string, { columns, rows, plan, remark }: WorkbookContent): Promise<void> {
  const workbook = new excel.Workbook()
  addRegister(workbook, columns, rows, plan)
  addExplanations(workbook, columns, plan, remark)
  await workbook.xlsx.writeFile(file)
}

/** A register of any size as a workbook, written as it goes. */
export async function streamWorkbook(
  file: string,
  columns: readonly ColumnMeaning[],
  rows: Iterable<CellValue[]>,
): Promise<void> {
  const workbook = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true })
  const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(meaning => {
    const numFmt = formatOf(meaning)
    return { header: headerOf(meaning), width: 14, ...(numFmt === null ? {} : { style: { numFmt } }) }
  })
  for (const row of rows) sheet.addRow(row).commit()
  sheet.commit()
  await workbook.commit()
}
