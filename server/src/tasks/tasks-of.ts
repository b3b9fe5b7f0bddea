import { foldCounty } from '@lvliang/shared/board/county'
import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import { type Evaluation, evaluateCentre, evaluationOn } from '@lvliang/shared/centres/evaluate'
import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { DocumentKind } from '@lvliang/shared/evidence/evidence.schema'
import { countyTasks, officeTasks, sortTasks, verificationTasks } from '@lvliang/shared/tasks/county-tasks'
import type { Task, TaskList } from '@lvliang/shared/tasks/task.schema'
import type { Viewer } from '../access/viewer.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { monthsToSign } from './months-to-sign.ts'

/** The kinds of documents a centre, or a county itself, has. */
export type DocumentsOf = (owner: string) => ReadonlySet<DocumentKind>

const LOOKING_AHEAD_DAYS = 14
const SEVERITY: Record<LightColour, number> = { blue: 0, green: 0, yellow: 1, red: 2 }

/** When a centre's light turns worse in the days ahead, if nothing is filed. */
function lookingAhead({ programme: { plan, policy }, moment }: Snapshot) {
  const days = Array.from({ length: LOOKING_AHEAD_DAYS }, (_, i) => addDays(moment.asOf, i + 1))
  const evaluations = days.map((day): [CalendarDate, Evaluation] => [day, evaluationOn(plan, policy, day)])
  return ({ centre, state }: EvaluatedCentre) => {
    const now = SEVERITY[centre.light.colour]
    if (now === 2) return null
    for (const [on, evaluation] of evaluations) {
      const { colour } = evaluateCentre(centre, state, evaluation).light
      if (SEVERITY[colour] > now) return { colour, on }
    }
    return null
  }
}

function tasksOfCounty(reader: Reader, snapshot: Snapshot, county: string, documents: DocumentsOf): Task[] {
  const { ledger, workdays } = reader
  const { moment, programme } = snapshot
  const centres = snapshot.centres.filter(({ centre }) => centre.countyCode === county)
  const byCode = new Map(centres.map(found => [found.centre.code, found]))
  const ahead = lookingAhead(snapshot)
  return countyTasks({
    county,
    centres,
    milestones: programme.plan.milestones,
    today: moment.asOf,
    months: monthsToSign(foldCounty(ledger.recordsOfCounty(county), moment), {
      today: moment.asOf,
      year: programme.plan.year,
      workdays,
    }),
    worsens: ({ code }) => ahead(byCode.get(code) as EvaluatedCentre),
    documents,
  })
}

function tasksOfOffice({ ledger, workdays }: Reader, { moment, programme, centres }: Snapshot): Task[] {
  const { counties, milestones, year } = programme.plan
  const today = moment.asOf
  const missing = counties.flatMap(({ code }) =>
    monthsToSign(foldCounty(ledger.recordsOfCounty(code), moment), { today, year, workdays })
      .filter(({ due, returned }) => returned === null && due < today)
      .map(({ period, due }) => ({ county: code, period, due })),
  )
  return officeTasks({ centres, today, milestones, missing })
}

/** What whoever asks has to do today. */
export function tasksOf(reader: Reader, { principal, county }: Viewer, documents: DocumentsOf): TaskList {
  const snapshot = reader.ledger.snapshot(resolveMoment(reader.times, {}), 'reported')
  const today = snapshot.moment.asOf
  const items = () => {
    if (principal === 'county') return tasksOfCounty(reader, snapshot, county as string, documents)
    if (principal === 'cityOffice') return tasksOfOffice(reader, snapshot)
    if (principal !== 'inspector') return []
    // Nobody inspects at home.
    const elsewhere = snapshot.centres.filter(({ centre }) => centre.countyCode !== county)
    return sortTasks(verificationTasks(elsewhere, today))
  }
  return { asOf: today, items: items() }
}
