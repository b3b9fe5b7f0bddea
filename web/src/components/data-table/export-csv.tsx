import type { Column } from './column.ts'
import { toCsv } from './csv.ts'
import { saveText } from './save-text.ts'

interface ExportCsvProps<Row> {
  label: string
  filename: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  className?: string
}

/** Saves the table as it is seen: these columns, these rows, this order. */
export function ExportCsv<Row>({ label, filename, columns, rows, className }: ExportCsvProps<Row>) {
  const save = () => {
    const fields = columns.flatMap(column => column.exported ?? [{ ...column, header: column.title ?? column.header }])
    const lines = rows.map(row => fields.map(field => field.value(row)))
    const header = fields.map(field => field.header)
    saveText(filename, 'text/csv;charset=utf-8', toCsv(header, lines))
  }
  return (
    <button type="button" className={className} onClick={save}>
      {label}
    </button>
  )
}
