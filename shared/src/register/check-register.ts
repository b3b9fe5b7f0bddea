import type { Position, RecordBody } from '../centres/record.schema.ts'
import { assignSlots } from './assign-slots.ts'
import type { CheckContext, SlotPlace } from './check-context.ts'
import { checkDays } from './check-days.ts'
import { checkMoney, checkMoneyDay } from './check-money.ts'
import { checkPosition } from './check-position.ts'
import { checkVillages } from './check-villages.ts'
import type { Problem } from './problem.ts'
import type { RegisterRow, StatedRow } from './read-register.ts'

/** A row with its slot, its position in WGS-84 and the doubts that stay with it when accepted. */
export interface CheckedRow<Row extends StatedRow = StatedRow> {
  row: Row
  code: string
  countyCode: string
  position: Position | null
  doubts: RecordBody<'doubt'>[]
}

export interface CheckResult {
  checked: CheckedRow<RegisterRow>[]
  newSlots: SlotPlace[]
  problems: Problem[]
}

/** Checks rows against each other, the plan, the store, the map and the gazetteer. Every problem is named, none stops the rest. */
export function checkRegister(rows: readonly RegisterRow[], context: CheckContext): CheckResult {
  const { codes, newSlots, problems: ofSlots } = assignSlots(rows, context)
  const codeOf = (row: RegisterRow) => codes.get(row)
  const positions = new Map(rows.map(row => [row, checkPosition(row, context)]))
  const problems = [
    ...ofSlots,
    ...checkVillages(rows, codeOf, context),
    ...rows.flatMap(row => positions.get(row)?.problems ?? []),
    ...rows.flatMap(row => checkDays(row, context)),
    ...checkMoneyDay(rows, context),
    ...rows.flatMap(row => checkMoney(row, codeOf(row), context)),
  ]
  const doubts = new Map<number | null, Problem[]>()
  for (const problem of problems) {
    if (problem.severity !== 'doubt') continue
    doubts.set(problem.row, [...(doubts.get(problem.row) ?? []), problem])
  }
  const checked = [...codes].map(([row, code]) => ({
    row,
    code,
    countyCode: row.countyCode as string,
    position: positions.get(row)?.position ?? null,
    doubts: (doubts.get(row.row) ?? []).map(toDoubt),
  }))
  return { checked, newSlots, problems }
}

const toDoubt = ({ code, column, value, message }: Problem) => ({ code, text: `${column}“${value}”：${message.zh}` })

const ORDER = { error: 0, doubt: 1, note: 2 }

/** Problems as people work through them: the grave ones first, then down the sheet. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const place = ({ row, cell }: Problem) => [row ?? 0, cell.length, cell] as const
  return [...problems].sort((a, b) => {
    const [rowA, lengthA, cellA] = place(a)
    const [rowB, lengthB, cellB] = place(b)
    return (
      ORDER[a.severity] - ORDER[b.severity] ||
      rowA - rowB ||
      lengthA - lengthB ||
      (cellA < cellB ? -1 : cellA > cellB ? 1 : 0)
    )
  })
}
