import type { Centre, LightColour } from '../centres/centre.schema.ts'
import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import type { MilestoneId } from '../plan/stage.ts'
import { stageOrder } from '../plan/stage.ts'
import { CHANGE_KINDS, type Change, type Changes } from './summary.schema.ts'

const WORSE: Record<LightColour, number> = { blue: 0, green: 1, yellow: 2, red: 3 }

function milestoneChanges(before: Centre, after: Centre): Change[] {
  return (Object.keys(after.milestones) as MilestoneId[]).flatMap((milestone): Change[] => {
    const [was, is] = [before.milestones[milestone], after.milestones[milestone]]
    const change = {
      code: after.code,
      countyCode: after.countyCode,
      name: after.name,
      milestone,
      stage: null,
      from: was.outcome,
      to: is.outcome,
    }
    if (!was.done && is.done)
      return [{ ...change, kind: is.outcome === 'late' ? 'late' : 'done', date: is.completedOn }]
    return was.outcome !== 'overdue' && is.outcome === 'overdue'
      ? [{ ...change, kind: 'overdue', date: addDays(is.due, 1) }]
      : []
  })
}

function centreChanges(before: Centre, after: Centre): Change[] {
  const change = {
    code: after.code,
    countyCode: after.countyCode,
    name: after.name,
    milestone: null,
    stage: null,
    date: null,
  }
  const changes = milestoneChanges(before, after)
  const verified = stageOrder(after.verifiedStage ?? 'proposed')
  if (verified > stageOrder(before.verifiedStage ?? 'proposed')) {
    changes.push({
      ...change,
      kind: 'verified',
      stage: after.verifiedStage,
      from: before.verifiedStage,
      to: after.verifiedStage,
    })
  }
  if (after.verification === 'disputed' && before.verification !== 'disputed') {
    changes.push({ ...change, kind: 'disputed', stage: after.stage, from: before.verification, to: after.verification })
  }
  const worse = WORSE[after.light.colour] - WORSE[before.light.colour]
  if (worse !== 0) {
    const kind = worse > 0 ? 'lightWorse' : 'lightBetter'
    changes.push({ ...change, kind, from: before.light.colour, to: after.light.colour })
  }
  return changes
}

/**
 * What changed between two days, slot by slot: both lists hold the same slots in the same order, evaluated with
 * the same knowledge. A node done after its due day is `late`, one whose due day passed undone `overdue`.
 */
export function changesBetween(
  days: { from: CalendarDate; to: CalendarDate },
  before: readonly Centre[],
  after: readonly Centre[],
): Changes {
  const items = after.flatMap((centre, i) => {
    const was = before[i]
    return was === undefined || was === centre ? [] : centreChanges(was, centre)
  })
  const counts = Object.fromEntries(CHANGE_KINDS.map(kind => [kind, 0])) as Changes['counts']
  for (const { kind } of items) counts[kind] += 1
  return { ...days, counts, items }
}
