import { addDays, type CalendarDate, type Instant } from '../dates/calendar-date.ts'
import { REPORTABLE_STAGES, type ReportableStage, type Stage, stageOrder } from '../plan/stage.ts'
import type { CentreFacts, CentreRecord } from './record.schema.ts'
import { type CentreState, fundCell, noFunds } from './state.ts'

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
    delays: [],
    funds: noFunds(),
    fromLumps: noFunds(),
    doubts: [],
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

function applyFacts({ state, statedOn }: Folding, facts: Partial<CentreFacts>, date: CalendarDate) {
  for (const [field, value] of Object.entries(facts)) {
    if (field !== 'planned') {
      if (stateFact(statedOn, field, date)) Object.assign(state.facts, { [field]: value })
      continue
    }
    for (const [stage, day] of Object.entries(facts.planned ?? {})) {
      if (stateFact(statedOn, `planned.${stage}`, date)) state.facts.planned = { ...state.facts.planned, [stage]: day }
    }
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
  state.reported.sited = {
    date: record.date,
    recordedAt: record.recordedAt,
    fromRegister: record.origin === 'register',
  }
  Object.assign(state.dueDays, record.body.dueDays)
  const asked = state.relocations.at(-1)
  if (asked !== undefined && asked.agreedOn === null) asked.agreedOn = record.date
  else state.relocations.push({ requestedOn: record.date, agreedOn: record.date, reason: record.body.note ?? '' })
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
  folding.state.reported[record.body.stage] = {
    date: record.date,
    recordedAt: record.recordedAt,
    fromRegister: record.origin === 'register',
  }
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
      return state.relocations.push({ requestedOn: record.date, agreedOn: null, reason: record.body.reason })
    case 'delay':
      return state.delays.push({ ...record.body, from: record.date })
    case 'fundEntry':
      return applyFund(folding, record)
    case 'doubt':
      return state.doubts.push(record.body)
    case 'monthlyReport':
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

/**
 * The state of one centre at a moment. `records` are its records in the order of entry (ascending `seq`); those
 * entered after `knownAt` are not known, those about days after `asOf` have not happened. Reports and
 * verifications stay two values; what the day makes of them (lights, forecasts) is computed elsewhere.
 */
export function foldCentre(records: readonly CentreRecord[], { asOf, knownAt }: Moment): CentreState {
  const folding: Folding = { state: emptySlot(), asOf, statedOn: new Map(), restartsOn: null }
  const result = folding.state
  for (const record of records) {
    if (record.recordedAt > knownAt) continue
    result.version += 1
    if (record.kind === 'stageReported') applyReport(folding, record)
    else if (record.kind === 'stageReversal') restartAt(folding, record.body.stage, record.date)
    else if (record.kind === 'relocationAgreed') applyRelocation(folding, record)
    else if (record.date <= asOf) apply(folding, record)
    if (record.date <= asOf && (result.updatedAt === null || record.recordedAt > result.updatedAt)) {
      result.updatedAt = record.recordedAt
    }
  }
  settle(folding)
  return result
}
