import { REPORTABLE_STAGES, type ReportableStage } from '../plan/stage.ts'
import type { CheckContext } from './check-context.ts'
import { type DayBasis, headerOf } from './columns.ts'
import { type Problem, problemAt } from './problem.ts'
import type { RegisterRow } from './read-register.ts'

const BASES: DayBasis[] = ['reported', 'recognised', 'planned']

/** Days that cannot be (errors), and stages in another order than building goes (doubts). */
export function checkDays(row: RegisterRow, context: CheckContext): Problem[] {
  return BASES.flatMap(basis => [...outOfRange(row, basis, context), ...outOfOrder(row, basis)])
}

function outOfRange(row: RegisterRow, basis: DayBasis, { lastDay, plan }: CheckContext): Problem[] {
  const firstDay = `${plan.year - 1}-01-01`
  return REPORTABLE_STAGES.flatMap((stage): Problem[] => {
    const day = row[basis][stage]
    if (day === undefined) return []
    const place = row.placeOf(`${basis}.${stage}`)
    if (basis !== 'planned' && day > lastDay) return [problemAt(place, 'dayInFuture', { limit: lastDay })]
    return day < firstDay ? [problemAt(place, 'dayTooEarly', { limit: firstDay })] : []
  })
}

function outOfOrder(row: RegisterRow, basis: DayBasis): Problem[] {
  let before: { stage: ReportableStage; day: string } | null = null
  const problems: Problem[] = []
  for (const stage of REPORTABLE_STAGES) {
    const day = row[basis][stage]
    if (day === undefined) continue
    if (before !== null && day < before.day) {
      const name = headerOf({ kind: 'day', basis, stage: before.stage })
      problems.push(problemAt(row.placeOf(`${basis}.${stage}`), 'dayOrder', { name, day: before.day }))
    }
    if (before === null || day > before.day) before = { stage, day }
  }
  return problems
}
