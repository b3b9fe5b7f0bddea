import { foldCentre } from '../centres/fold.ts'
import type { CentreFacts, CentreRecord, NewRecord, RecordBody, RecordKind } from '../centres/record.schema.ts'
import type { CentreState } from '../centres/state.ts'
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { REPORTABLE_STAGES, type ReportableStage } from '../plan/stage.ts'
import type { CheckedRow } from './check-register.ts'
import { diffFunds } from './diff-funds.ts'
import type { StatedRow } from './read-register.ts'

export interface DiffContext {
  /** The plan's year. */
  year: number
  /** The day money is cumulative to; null where the register states none. */
  asOf: CalendarDate | null
  recordedAt: string
  recordedBy: string
  newId(): string
}

const EVER = { asOf: '9999-12-31', knownAt: '9999-12-31T23:59:59.999Z' }

/**
 * The records that bring a centre to what its row states: only differences, so that the same row again gives none.
 * `records` are those the store has of the centre, in the order of entry.
 */
export function diffRow(checked: CheckedRow, records: readonly CentreRecord[], context: DiffContext): NewRecord[] {
  const state = foldCentre(records, EVER)
  const draft = <K extends RecordKind>(kind: K, date: CalendarDate, body: RecordBody<K>) =>
    ({
      id: context.newId(),
      countyCode: checked.countyCode,
      centreCode: checked.code,
      date,
      recordedAt: context.recordedAt,
      recordedBy: context.recordedBy,
      origin: 'register',
      kind,
      body,
    }) as unknown as NewRecord
  const since = factsSince(checked.row, context.year)
  return [
    ...diffFacts(statedFacts(checked), records, since).map(({ date, facts }) => draft('facts', date, { facts })),
    ...diffReports(checked.row, state).map(([stage, day]) => draft('stageReported', day, { stage })),
    ...diffChecks(checked.row, state).map(body => draft('stageVerified', body.recognisedOn as string, body)),
    ...newDoubts(checked, state).map(doubt => draft('doubt', since, doubt)),
    ...(context.asOf === null
      ? []
      : diffFunds(checked.row.money, records, context.asOf).map(({ date, body }) => draft('fundEntry', date, body))),
  ]
}

/** Facts hold from the siting day; without one from the earliest day stated; without any from the plan's first. */
function factsSince({ reported, recognised }: StatedRow, year: number): CalendarDate {
  const sited = reported.sited ?? recognised.sited
  if (sited !== undefined) return sited
  const days = [...Object.values(reported), ...Object.values(recognised)].sort()
  return days[0] ?? `${year}-01-01`
}

function statedFacts({ row, position }: CheckedRow): Partial<CentreFacts> {
  const { texts, villageCode, population, build, areaM2, meals, planned } = row
  return {
    ...texts,
    ...(villageCode === undefined ? {} : { villageCode }),
    ...(population === undefined ? {} : { population: { ...population, year: null } }),
    ...(build === undefined ? {} : { build }),
    ...(areaM2 === undefined ? {} : { areaM2 }),
    ...(meals === undefined ? {} : { meals }),
    ...(position === null ? {} : { position }),
    ...(Object.keys(planned).length === 0 ? {} : { planned }),
  }
}

type Fields = Record<string, unknown>

/** Facts by field, planned days one by one. */
const toFields = ({ planned, ...facts }: Partial<CentreFacts>): Fields => ({
  ...facts,
  ...Object.fromEntries(Object.entries(planned ?? {}).map(([stage, day]) => [`planned.${stage}`, day])),
})

function fromFields(fields: Fields): Partial<CentreFacts> {
  const facts: Fields = {}
  const planned: Fields = {}
  for (const [field, value] of Object.entries(fields)) {
    if (field.startsWith('planned.')) planned[field.slice('planned.'.length)] = value
    else facts[field] = value
  }
  return { ...facts, ...(Object.keys(planned).length === 0 ? {} : { planned }) } as Partial<CentreFacts>
}

const sameFact = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value

/**
 * What changes is dated no earlier than the entry it supersedes, or it would lose to it; what only began to hold
 * too late (the siting day moved forward) is stated again from the earlier day.
 */
function diffFacts(stated: Partial<CentreFacts>, records: readonly CentreRecord[], since: CalendarDate) {
  const now = toFields(foldCentre(records, EVER).facts)
  const then = toFields(foldCentre(records, { ...EVER, asOf: since }).facts)
  const lastStated = lastStatedDays(records)
  const byDay = new Map<CalendarDate, Fields>()
  for (const [field, value] of Object.entries(toFields(stated))) {
    const isSame = field in now && sameFact(now[field], value)
    if (isSame && field in then) continue
    const last = lastStated.get(field)
    const date = !isSame && last !== undefined && last > since ? last : since
    byDay.set(date, { ...byDay.get(date), [field]: value })
  }
  return [...byDay].map(([date, fields]) => ({ date, facts: fromFields(fields) }))
}

function lastStatedDays(records: readonly CentreRecord[]): Map<string, CalendarDate> {
  const days = new Map<string, CalendarDate>()
  for (const record of records) {
    if (record.kind !== 'facts' && record.kind !== 'relocationAgreed') continue
    for (const field of Object.keys(toFields(record.body.facts))) {
      const known = days.get(field)
      if (known === undefined || known < record.date) days.set(field, record.date)
    }
  }
  return days
}

function diffReports({ reported }: StatedRow, state: CentreState): [ReportableStage, CalendarDate][] {
  return REPORTABLE_STAGES.flatMap((stage): [ReportableStage, CalendarDate][] => {
    const day = reported[stage]
    return day === undefined || state.reported[stage]?.date === day ? [] : [[stage, day]]
  })
}

/** A recognised day counts as its own visit day; it disputes the reported day where the two differ. */
function diffChecks({ reported, recognised }: StatedRow, state: CentreState): RecordBody<'stageVerified'>[] {
  return REPORTABLE_STAGES.flatMap((stage): RecordBody<'stageVerified'>[] => {
    const recognisedOn = recognised[stage]
    if (recognisedOn === undefined) return []
    const claimed = reported[stage] ?? state.reported[stage]?.date
    const disputes = claimed !== undefined && daysBetween(claimed, recognisedOn) !== 0
    const known = state.checked[stage]
    if (known?.recognisedOn === recognisedOn && known.disputes === disputes) return []
    return [{ stage, recognisedOn, disputes }]
  })
}

function newDoubts({ doubts }: CheckedRow, state: CentreState): RecordBody<'doubt'>[] {
  return doubts.filter(({ code, text }) => !state.doubts.some(known => known.code === code && known.text === text))
}
