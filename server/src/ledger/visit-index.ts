import type { Moment } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import type { Visit, VisitDetail } from '@lvliang/shared/inspections/visit.schema'
import { isEmbargoed } from '@lvliang/shared/inspections/visit-rules'
import type { Viewer } from '../access/viewer.ts'
import type { NamedInspector, VisitCancellation, VisitPlan } from '../store/visit-plans.repo.ts'
import type { IssueIndex } from './issue-index.ts'
import type { Ledger } from './ledger.ts'
import type { VisitPlanIndex } from './visit-plan-index.ts'

type VisitRecord = CentreRecord & { kind: 'visitRecorded' }
type Verification = CentreRecord & { kind: 'stageVerified' }
type OfIssue = CentreRecord & { kind: 'issueRaised' | 'issueMoved' }
type Asker = Pick<Viewer, 'principal' | 'accountId' | 'viewingAs'>

/** A visit by all that is known of it: planned, cancelled, made. */
export interface KnownVisit {
  id: string
  county: string
  centre: string
  plan: VisitPlan | null
  cancellation: VisitCancellation | null
  record: VisitRecord | null
}

/** What came of a visit: a stage verified, issues raised and those found again. */
interface Companions {
  verification: Verification | undefined
  issues: readonly OfIssue[]
}

const isOfIssue = (record: CentreRecord): record is OfIssue =>
  record.kind === 'issueRaised' || record.kind === 'issueMoved'
const isVisit = (record: CentreRecord | undefined): record is VisitRecord => record?.kind === 'visitRecorded'
const isVerification = (record: CentreRecord): record is Verification => record.kind === 'stageVerified'
const isKnown = (record: CentreRecord, { asOf, knownAt }: Moment) => record.recordedAt <= knownAt && record.date <= asOf

/** No county learns of a visit that is to surprise it before it was made; called off, it never does. */
const maySee = ({ record, plan }: KnownVisit, { principal }: Asker): boolean =>
  principal !== 'county' || record !== null || (plan !== null && !isEmbargoed(plan.kind))

/** Through a county's eyes nothing is one's own. */
const isOneOf = (inspectors: readonly NamedInspector[], { accountId, viewingAs }: Asker): boolean =>
  viewingAs === null && inspectors.some(inspector => inspector.accountId === accountId)

const inspectorsOf = ({ record, plan }: KnownVisit) => record?.body.inspectors ?? plan?.inspectors ?? []

const stateOf = ({ record, cancellation }: KnownVisit): Visit['state'] => {
  if (record) return 'recorded'
  return cancellation ? 'cancelled' : 'planned'
}

/** Visits made and to come, as whoever asks may know of them. */
export class VisitIndex {
  readonly #ledger: Ledger
  readonly #plans: VisitPlanIndex
  readonly #issues: IssueIndex

  constructor(deps: { ledger: Ledger; plans: VisitPlanIndex; issues: IssueIndex }) {
    this.#ledger = deps.ledger
    this.#plans = deps.plans
    this.#issues = deps.issues
  }

  /** Changes with every plan and cancellation; visits made change the ledger. */
  get version(): string {
    return this.#plans.version
  }

  /** A visit as it is now, whoever may know of it; undefined: there is none. */
  find(id: string): KnownVisit | undefined {
    const record = this.#ledger.record(id)
    const plan = this.#plans.find(id)
    if (isVisit(record)) return this.#known(id, plan, record)
    return plan && this.#known(id, plan, null)
  }

  /** The days planned for a centre and not yet made or called off. */
  plannedDays(centre: string): string[] {
    return this.#plans
      .ofCentre(centre)
      .filter(plan => this.#isToCome(plan))
      .map(({ plannedOn }) => plannedOn)
  }

  /** The visits to come that name an account. */
  toComeFor(accountId: string): { id: string; code: string; plannedOn: string }[] {
    return [...this.#plans.all()]
      .filter(plan => plan.inspectors.some(each => each.accountId === accountId) && this.#isToCome(plan))
      .map(({ id, centreCode, plannedOn }) => ({ id, code: centreCode, plannedOn }))
  }

  /** The visits to a centre known at a moment, the newest day first. */
  ofCentre(code: string, moment: Moment, asker: Asker): Visit[] {
    return this.#knownOf(code, moment)
      .filter(known => maySee(known, asker))
      .map(known => this.#visit(known, asker, moment))
      .sort(newestFirst)
  }

  /** All visits known at a moment that somebody may know of, the newest day first. */
  all(moment: Moment, asker: Asker): Visit[] {
    const centres = new Set(this.#ledger.programme.slots.map(({ code }) => code))
    for (const { centreCode } of this.#plans.all()) centres.add(centreCode)
    return [...centres].flatMap(code => this.ofCentre(code, moment, asker)).sort(newestFirst)
  }

  /** The whole of a visit; undefined: there is none that the asker may know of. */
  detail(id: string, moment: Moment, asker: Asker): VisitDetail | undefined {
    const known = this.find(id)
    if (!known || !maySee(known, asker)) return undefined
    const { plan, cancellation, record } = known
    const { issues } = this.companionsOf(known)
    const verification = record && this.#verificationOf(known, moment)
    return {
      ...this.#visit(known, asker, moment),
      note: plan?.note ?? null,
      cancelled: cancellation && { reason: cancellation.reason, on: dayOfInstant(cancellation.cancelledAt) },
      record: record && seenOf(record),
      recordedAt: record?.recordedAt ?? null,
      verification: verification ? verificationOf(verification) : null,
      issues: issues.map(found => this.#issue(found)),
    }
  }

  /** What was entered with a visit made. */
  companionsOf({ id, centre, record }: KnownVisit): Companions {
    const own = record ? this.#ledger.recordsOfCentre(centre) : []
    return {
      verification: own.filter(isVerification).find(({ body }) => body.visitId === id),
      issues: own.filter(isOfIssue).filter(({ body }) => body.visitId === id),
    }
  }

  #isToCome({ id }: VisitPlan): boolean {
    return !isVisit(this.#ledger.record(id)) && !this.#plans.cancellationOf(id)
  }

  #known(id: string, plan: VisitPlan | undefined, record: VisitRecord | null): KnownVisit {
    const county = (record?.countyCode ?? plan?.countyCode) as string
    const centre = (record?.centreCode ?? plan?.centreCode) as string
    const cancellation = this.#plans.cancellationOf(id) ?? null
    return { id, county, centre, plan: plan ?? null, cancellation, record }
  }

  #knownOf(code: string, moment: Moment): KnownVisit[] {
    const records = this.#ledger.recordsOfCentre(code).filter(isVisit)
    const made = records.filter(record => isKnown(record, moment))
    const ids = new Set(made.map(({ id }) => id))
    const { asOf, knownAt } = moment
    const toCome = this.#plans
      .ofCentre(code)
      .filter(({ id, plannedAt }) => !ids.has(id) && plannedAt <= knownAt && dayOfInstant(plannedAt) <= asOf)
    const withdrawn = (known: KnownVisit): KnownVisit =>
      known.cancellation && known.cancellation.cancelledAt > knownAt ? { ...known, cancellation: null } : known
    return [
      ...made.map(record => this.#known(record.id, this.#plans.find(record.id), record)),
      ...toCome.map(plan => this.#known(plan.id, plan, null)),
    ].map(withdrawn)
  }

  #visit(known: KnownVisit, asker: Asker, moment: Moment): Visit {
    const { id, county, centre, plan, record } = known
    const inspectors = inspectorsOf(known)
    const { issues } = this.companionsOf(known)
    const verification = record && this.#verificationOf(known, moment)
    return {
      id,
      county,
      centre: { code: centre, name: this.#ledger.evaluate(centre, moment, 'reported')?.centre.name ?? centre },
      kind: (record?.body.kind ?? plan?.kind) as Visit['kind'],
      state: stateOf(known),
      date: (record?.date ?? plan?.plannedOn) as string,
      inspectors,
      mine: isOneOf(inspectors, asker),
      found: record?.body.found ?? null,
      findings: issues.length,
      failed: record?.body.items.filter(({ result }) => result === 'fail').length ?? 0,
      verifiedStage: verification && verification.body.recognisedOn !== null ? verification.body.stage : null,
    }
  }

  #issue(found: OfIssue): VisitDetail['issues'][number] {
    const again = found.kind === 'issueMoved'
    const id = again ? found.body.issueId : found.id
    const raised = again ? this.#ledger.record(id) : found
    const { title, item = null } = raised?.kind === 'issueRaised' ? raised.body : { title: '' }
    return { id, number: this.#issues.numberOf(id), title, item, again }
  }

  /** What a visit verified: by its own act, or else by one about the same day. */
  #verificationOf({ id, centre, record }: KnownVisit, moment: Moment): Verification | undefined {
    const own = this.#ledger.recordsOfCentre(centre).filter(isVerification)
    return (
      own.find(({ body }) => body.visitId === id) ??
      own.findLast(each => each.date === record?.date && each.body.visitId === undefined && isKnown(each, moment))
    )
  }
}

function seenOf({ body }: VisitRecord): VisitDetail['record'] {
  const { inspectors: _, kind: __, ...seen } = body
  return seen
}

const verificationOf = ({ body }: Verification): VisitDetail['verification'] => ({
  stage: body.stage,
  recognisedOn: body.recognisedOn,
  disputes: body.disputes,
  note: body.note ?? null,
})

const newestFirst = (a: Visit, b: Visit) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1)
