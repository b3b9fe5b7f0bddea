import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Candidate, CandidateList } from '@lvliang/shared/inspections/candidate.schema'
import type { CandidateQuery } from '@lvliang/shared/inspections/candidate-query.schema'
import { candidateOf } from '@lvliang/shared/inspections/candidates'
import type { Checklist } from '@lvliang/shared/inspections/checklist.schema'
import { riskWeights } from '@lvliang/shared/inspections/risk'
import type { Viewer } from '../access/viewer.ts'
import { filterCentres } from '../ledger/filter-centres.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { sortCandidates } from './sort-candidates.ts'

/** Visits planned and neither made nor cancelled. */
export interface VisitsToCome {
  /** Changes with every plan and cancellation. */
  readonly version: number | string
  plannedDays(centre: string): readonly CalendarDate[]
}

export interface CandidatesDeps {
  reader: Pick<Reader, 'ledger' | 'times'>
  checklist: Checklist
  toCome: VisitsToCome
}

type Assessed = ReadonlyMap<string, Omit<Candidate, 'recused'>>
type Test = (candidate: Omit<Candidate, 'recused'>) => boolean

function testsOf({ minRisk, minDays, sited, planned }: CandidateQuery): Test[] {
  const tests: Test[] = []
  if (minRisk !== undefined) tests.push(({ risk }) => risk.total >= minRisk)
  if (minDays !== undefined) tests.push(({ daysSinceVisit }) => (daysSinceVisit ?? Infinity) >= minDays)
  if (sited !== undefined) tests.push(({ stage }) => (stage !== 'proposed') === sited)
  if (planned !== undefined) tests.push(({ plannedOn }) => (plannedOn !== null) === planned)
  return tests
}

/** Where whoever asks does not inspect: at home. */
const homeOf = ({ principal, county }: Viewer) => (principal === 'inspector' ? county : null)

/** The centres as candidates for the next visits: assessed once for each state of the records, plans and day. */
export class Candidates {
  readonly #deps: CandidatesDeps
  #key = ''
  #assessed: Assessed = new Map()

  constructor(deps: CandidatesDeps) {
    this.#deps = deps
  }

  list(query: CandidateQuery, viewer: Viewer): CandidateList {
    const { reader, checklist } = this.#deps
    const snapshot = reader.ledger.snapshot(resolveMoment(reader.times, {}), 'reported')
    const assessed = this.#assess(snapshot)
    const tests = testsOf(query)
    const { centres } = filterCentres(snapshot.centres, query, snapshot.programme.plan)
    const left = centres.flatMap(({ centre }) => {
      const candidate = assessed.get(centre.code)
      return candidate && tests.every(test => test(candidate)) ? [candidate] : []
    })
    const home = homeOf(viewer)
    return {
      today: snapshot.moment.asOf,
      visitsAQuarter: checklist.visitsAQuarter.value,
      items: sortCandidates(left, query.sort ?? '-risk').map(each => ({ ...each, recused: each.county === home })),
    }
  }

  #assess(snapshot: Snapshot): Assessed {
    const { reader, checklist, toCome } = this.#deps
    const key = `${reader.ledger.version} ${toCome.version} ${snapshot.moment.asOf}`
    if (key === this.#key) return this.#assessed
    const context = {
      at: snapshot.evaluation,
      weights: riskWeights(checklist.risk),
      plannedDays: (centre: string) => toCome.plannedDays(centre),
    }
    this.#assessed = new Map(snapshot.centres.map(each => [each.centre.code, candidateOf(each, context)]))
    this.#key = key
    return this.#assessed
  }
}
