import { addDays, type CalendarDate, type Instant } from '../dates/calendar-date.ts'
import { applyIssue } from '../inspections/issue-state.ts'
import { REPORTABLE_STAGES, type ReportableStage, type Stage, stageOrder } from '../plan/stage.ts'
import type { CentreFacts, CentreRecord } from './record.schema.ts'
import { type CentreState, fundCell, noFunds, type ReportedStage } from './state.ts'

/** The moment a read is about: the world on day `asOf`, as entered by `knownAt`. */
export interface Moment {
  asOf: CalendarDate
  knownAt: Instant
}

/** Days on which facts were last stated, by field, so that a later entry about an earlier day does not win. */
type StatedOn = Map<string, CalendarDate>

interface Folding {
  state: CentreState
  asOf: CalendarDate
  statedOn: StatedOn
  /** First day of a restart (reversal or relocation) after `asOf`: entries about days from there on belong to it. */
  restartsOn: CalendarDate | null
}

function emptySlot(): CentreState {
  return {
    facts: {},
    reported: {},
    checked: {},
    stage: 'proposed',
    verifiedStage: null,
    suspensions: [],
    relocations: [],
    dueDays: {},
    delayRequests: [],
    delays: [],
    funds: noFunds(),
    fromLumps: noFunds(),
    doubts: [],
    visitedOn: [],
    issues: [],
    updatedAt: null,
    version: 0,
  }
}

function stateFact(statedOn: StatedOn, field: string, date: CalendarDate): boolean {
  const before = statedOn.get(field)
  if (before !== undefined && before > date) return false
  statedOn.set(field, date)
  return true
}

function applyFacts(folding: Folding, facts: Partial<CentreFacts>, date: CalendarDate) {
  const { state } = folding
  for (const field in facts) {
    if (field === 'planned') applyPlanned(folding, facts.planned ?? {}, date)
    else if (stateFact(folding.statedOn, field, date)) {
      ;(state.facts as Record<string, unknown>)[field] = facts[field as keyof CentreFacts]
      if (state.doubts.length > 0) state.doubts = state.doubts.filter(doubt => doubt.field !== field)
    }
  }
}

function applyPlanned({ state, statedOn }: Folding, planned: NonNullable<CentreFacts['planned']>, date: CalendarDate) {
  for (const [stage, day] of Object.entries(planned)) {
    if (stateFact(statedOn, `planned.${stage}`, date)) state.facts.planned = { ...state.facts.planned, [stage]: day }
  }
}

function restartAt(folding: Folding, stage: Stage, date: CalendarDate) {
  if (date > folding.asOf) {
    if (folding.restartsOn === null || date < folding.restartsOn) folding.restartsOn = date
    return
  }
  for (const later of REPORTABLE_STAGES) {
    if (stageOrder(later) <= stageOrder(stage)) continue
    delete folding.state.reported[later]
    delete folding.state.checked[later]
  }
}

/**
 * Recognising a stage confirms the earlier ones: by their reported days as they stand at the entry of the visit,
 * so that no later report changes them. Not recognising one takes back what was recognised beyond it.
 */
function applyCheck({ state }: Folding, { date, body }: CentreRecord & { kind: 'stageVerified' }) {
  const { stage, recognisedOn, disputes } = body
  state.checked[stage] = { recognisedOn, checkedOn: date, disputes }
  for (const other of REPORTABLE_STAGES) {
    if (stageOrder(other) > stageOrder(stage)) {
      if (recognisedOn === null) delete state.checked[other]
    } else if (recognisedOn !== null && other !== stage) confirm(state, other, date)
  }
}

function confirm(state: CentreState, stage: ReportableStage, checkedOn: CalendarDate) {
  const found = state.checked[stage]
  if (found !== undefined && found.recognisedOn !== null) return
  const reported = state.reported[stage]
  if (reported === undefined || reported.date > checkedOn) delete state.checked[stage]
  else state.checked[stage] = { recognisedOn: reported.date, checkedOn, disputes: false }
}

function applyRelocation(folding: Folding, record: CentreRecord & { kind: 'relocationAgreed' }) {
  const { state } = folding
  restartAt(folding, 'proposed', record.date)
  if (record.date > folding.asOf) return
  applyFacts(folding, record.body.facts, record.date)
  state.reported.sited = reportOf(record)
  Object.assign(state.dueDays, record.body.dueDays)
  const asked = state.relocations.findLast(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)
  if (asked) asked.agreedOn = record.date
  else {
    const { id, date, body } = record
    state.relocations.push({ id, requestedOn: date, agreedOn: date, declinedOn: null, reason: body.note ?? '' })
  }
}

/** A stage as a record reports it. */
const reportOf = ({ id, accountId, date, recordedAt, origin }: CentreRecord): ReportedStage => ({
  id,
  accountId: accountId ?? null,
  date,
  recordedAt,
  fromRegister: origin === 'register',
})

function applyDelay({ state }: Folding, { date, body }: CentreRecord & { kind: 'delay' }) {
  const asked = state.delayRequests.find(({ id }) => id === body.requestId)
  if (asked) asked.decided = 'approved'
  state.delays.push({ ...body, from: date })
}

function applyDecline({ state }: Folding, { date, body }: CentreRecord & { kind: 'requestDeclined' }) {
  const relocation = state.relocations.find(({ id }) => id === body.requestId)
  if (relocation) relocation.declinedOn = date
  const delay = state.delayRequests.find(({ id }) => id === body.requestId)
  if (delay) delay.decided = 'declined'
}

function applyFund({ state }: Folding, { body }: CentreRecord & { kind: 'fundEntry' }) {
  const cell = fundCell(body.source, body.kind)
  const amountFen = body.reverses === undefined ? body.amountFen : -body.amountFen
  state.funds[cell] = (state.funds[cell] ?? 0) + amountFen
  if (body.splitsLump !== undefined) state.fromLumps[cell] = (state.fromLumps[cell] ?? 0) + amountFen
}

/** Stage reports supersede each other in the order of entry, whatever day is asked for. */
function applyReport(folding: Folding, record: CentreRecord & { kind: 'stageReported' }) {
  if (folding.restartsOn !== null && record.date >= folding.restartsOn) return
  folding.state.reported[record.body.stage] = reportOf(record)
}

function apply(folding: Folding, record: CentreRecord) {
  const { state } = folding
  switch (record.kind) {
    case 'facts':
      return applyFacts(folding, record.body.facts, record.date)
    case 'stageVerified':
      return applyCheck(folding, record)
    case 'suspension':
      return state.suspensions.push({ from: record.date, to: record.body.until, reason: record.body.reason })
    case 'suspensionEnded': {
      const last = state.suspensions.at(-1)
      if (last !== undefined) last.to = addDays(record.date, -1)
      return
    }
    case 'relocationRequested':
      return state.relocations.push({
        id: record.id,
        requestedOn: record.date,
        agreedOn: null,
        declinedOn: null,
        reason: record.body.reason,
      })
    case 'requestDeclined':
      return applyDecline(folding, record)
    case 'delayRequested':
      return state.delayRequests.push({ ...record.body, id: record.id, requestedOn: record.date, decided: null })
    case 'delay':
      return applyDelay(folding, record)
    case 'fundEntry':
      return applyFund(folding, record)
    case 'doubt':
      return state.doubts.push(record.body)
    case 'visitRecorded':
      return state.visitedOn.push(record.date)
    case 'issueRaised':
    case 'issueMoved':
      return applyIssue(state.issues, record)
    default:
      return
  }
}

function highest(stages: readonly ReportableStage[]): Stage {
  return stages.reduce<Stage>((top, stage) => (stageOrder(stage) > stageOrder(top) ? stage : top), 'proposed')
}

/** Reports about days after `asOf` do not count yet; the stages follow from what is left. */
function settle({ state, asOf }: Folding) {
  for (const stage of Object.keys(state.reported) as ReportableStage[]) {
    if ((state.reported[stage]?.date ?? '') > asOf) delete state.reported[stage]
  }
  state.stage = highest(Object.keys(state.reported) as ReportableStage[])
  const recognised = (Object.keys(state.checked) as ReportableStage[]).filter(
    stage => state.checked[stage]?.recognisedOn != null,
  )
  state.verifiedStage = recognised.length === 0 ? null : highest(recognised)
}

/** Reports taken back: they count for nothing, whatever day is asked for. Null where there are none. */
function withdrawnReports(records: readonly CentreRecord[], knownAt: Instant): ReadonlySet<string> | null {
  let found: Set<string> | null = null
  for (const record of records) {
    if (record.kind !== 'stageWithdrawn' || record.recordedAt > knownAt) continue
    found ??= new Set()
    found.add(record.body.reportId)
  }
  return found
}

function take(folding: Folding, record: CentreRecord) {
  const { state, asOf } = folding
  if (record.kind === 'stageReported') applyReport(folding, record)
  else if (record.kind === 'stageReversal') restartAt(folding, record.body.stage, record.date)
  else if (record.kind === 'relocationAgreed') applyRelocation(folding, record)
  else if (record.date <= asOf) apply(folding, record)
  if (record.date <= asOf && (state.updatedAt === null || record.recordedAt > state.updatedAt)) {
    state.updatedAt = record.recordedAt
  }
}

const beginFold = (asOf: CalendarDate): Folding => ({
  state: emptySlot(),
  asOf,
  statedOn: new Map(),
  restartsOn: null,
})

/**
 * The state of one centre at a moment. `records` are its records in the order of entry (ascending `seq`); those
 * entered after `knownAt` are not known, those about days after `asOf` have not happened. Reports and
 * verifications stay two values; what the day makes of them (lights, forecasts) is computed elsewhere.
 */
export function foldCentre(records: readonly CentreRecord[], { asOf, knownAt }: Moment): CentreState {
  const folding = beginFold(asOf)
  const withdrawn = withdrawnReports(records, knownAt)
  for (const record of records) {
    if (record.recordedAt > knownAt) continue
    folding.state.version += 1
    if (!withdrawn?.has(record.id)) take(folding, record)
  }
  settle(folding)
  return folding.state
}

const LAST_DAY = '9999-12-31'

/** The fold of all the records of a centre, whatever day they are about, that goes on with each new one. */
export class RunningFold {
  #folding = beginFold(LAST_DAY)

  /** `records` are all there are so far, in the order of entry. */
  constructor(records: readonly CentreRecord[]) {
    const withdrawn = withdrawnReports(records, `${LAST_DAY}T23:59:59.999Z`)
    for (const record of records) {
      this.#folding.state.version += 1
      if (!withdrawn?.has(record.id)) take(this.#folding, record)
    }
  }

  /** Takes in the next record; false where that takes back an earlier one: then all must be folded anew. */
  add(record: CentreRecord): boolean {
    if (record.kind === 'stageWithdrawn') return false
    this.#folding.state.version += 1
    take(this.#folding, record)
    return true
  }

  /** The state as it is now; what is added later leaves it as it is. */
  state(): CentreState {
    const state = copyOf(this.#folding.state)
    settle({ ...this.#folding, state })
    return state
  }
}

const copyOf = (state: CentreState): CentreState => ({
  ...state,
  facts: { ...state.facts },
  reported: { ...state.reported },
  checked: { ...state.checked },
  suspensions: state.suspensions.map(each => ({ ...each })),
  relocations: state.relocations.map(each => ({ ...each })),
  dueDays: { ...state.dueDays },
  delayRequests: state.delayRequests.map(each => ({ ...each })),
  delays: [...state.delays],
  funds: [...state.funds],
  fromLumps: [...state.fromLumps],
  doubts: [...state.doubts],
  visitedOn: [...state.visitedOn],
  issues: state.issues.map(each => ({ ...each, moves: [...each.moves] })),
})
