import type { EvaluatedCentre } from '../../board/summarise.ts'
import type { LightColour } from '../../centres/centre.schema.ts'
import { type Evaluation, lightOn, onDay } from '../../centres/evaluate.ts'
import { standingOf } from '../../centres/standing.ts'
import { addDays } from '../../dates/calendar-date.ts'
import { aboutCentre, type TaskDraft, type TaskSource } from '../task-source.ts'

/** A node is to be filed this many days before its day [ours]. */
const FILE_AHEAD_DAYS = 14

/** The next node of each centre, where its day is near or past. */
export const nodesToFile: TaskSource = ({ centres, evaluation: { today, plan } }) =>
  centres.flatMap(({ centre }): TaskDraft[] => {
    const isNear = (due: string) => today >= addDays(due, -FILE_AHEAD_DAYS)
    const next = plan.milestones.find(({ id }) => !centre.milestones[id].done && isNear(centre.milestones[id].due))
    if (next === undefined) return []
    const params = { milestone: next.id, stage: next.stage }
    return [aboutCentre(centre, { kind: 'fileNode', due: centre.milestones[next.id].due, params })]
  })

/** How far ahead lights are looked at [ours]. */
const LOOKING_AHEAD_DAYS = 14

const SEVERITY: Record<LightColour, number> = { blue: 0, green: 0, yellow: 1, red: 2 }

/** The colour a centre's light will have and from when, if nothing is filed; null: it stays as it is. */
function turnOf({ centre, state }: EvaluatedCentre, evaluation: Evaluation, ahead: readonly Evaluation[]) {
  const now = SEVERITY[centre.light.colour]
  if (now === SEVERITY.red) return null
  const standing = standingOf(centre, state, evaluation)
  for (const day of ahead) {
    const { colour } = lightOn(standing, day)
    if (SEVERITY[colour] > now) return { colour, on: day.today }
  }
  return null
}

/** The centres whose light turns worse in the days ahead. */
export const turningWorse: TaskSource = ({ centres, evaluation }) => {
  const ahead = Array.from({ length: LOOKING_AHEAD_DAYS }, (_, i) =>
    onDay(evaluation, addDays(evaluation.today, i + 1)),
  )
  return centres.flatMap((found): TaskDraft[] => {
    const turn = turnOf(found, evaluation, ahead)
    if (turn === null) return []
    return [aboutCentre(found.centre, { kind: 'turnsWorse', due: turn.on, params: { colour: turn.colour } })]
  })
}
