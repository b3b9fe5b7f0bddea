import { foldCounty, lastEntryOn, unsplitFen } from '@lvliang/shared/board/county'
import { type EvaluatedCentre, summarise } from '@lvliang/shared/board/summarise'
import { foldCentre, type Moment } from '@lvliang/shared/centres/fold'
import { countedDay, missingDays } from '@lvliang/shared/centres/stages'
import { countIssues } from '@lvliang/shared/inspections/issue-state'
import { REPORTABLE_STAGES, stageOrder } from '@lvliang/shared/plan/stage'
import { type ChangeAfter, changesAfter, moneyChanges } from '@lvliang/shared/reports/changes-after'
import { monthStanding, signaturesOf } from '@lvliang/shared/reports/month-state'
import { isOver, type Period, periodsOf, reportDueOn, snapshotDayOf } from '@lvliang/shared/reports/period'
import type { MonthlyReport, ReportChange, ReportRow } from '@lvliang/shared/reports/report.schema'
import { DomainError } from '../errors.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import type { When } from '../ledger/times.ts'
import { maskPhone } from '../lib/mask.ts'
import type { Reader } from '../reader.ts'
import { reportingMoment } from './reporting-day.ts'

const countyUnknown = (code: string) =>
  new DomainError('countyUnknown', `没有代码为 ${code} 的县（市、区）。 / There is no county ${code}.`)

function refuseMonth(reader: Reader, period: Period, asOf: string): void {
  const { year } = reader.ledger.programme.plan
  if (!periodsOf(year).includes(period)) {
    throw new DomainError('notFound', `${period} 不在 ${year} 年内。 / ${period} is no month of ${year}.`)
  }
  if (isOver(period, asOf)) return
  const message = `${period} 在 ${asOf} 尚未结束。 / ${period} is not over on ${asOf}.`
  throw new DomainError('asOfInFuture', message, [{ pointer: '/path/period', code: 'asOfInFuture', message }])
}

function rowOf({ centre, state }: EvaluatedCentre): ReportRow {
  const { code, town, village, name, stage, verifiedStage, verification, overlay, light, badges, funding } = centre
  return {
    code,
    town,
    village,
    name,
    stage,
    verifiedStage,
    verification,
    overlay,
    light,
    badges,
    funding,
    stages: REPORTABLE_STAGES.map(each => ({
      stage: each,
      reported: state.reported[each]?.date ?? null,
      verified: state.checked[each]?.recognisedOn ?? null,
      implied: stageOrder(each) <= stageOrder(state.stage) && countedDay(state, each) === null,
    })),
    gaps: missingDays(state),
    doubts: state.doubts.length,
  }
}

/** Sums over the county's slots as the snapshot holds them. */
function totalsOf({ ledger }: Reader, county: string, { moment, programme, basis, evaluation, centres }: Snapshot) {
  const own = centres.filter(({ centre }) => centre.countyCode === county)
  const about = own.flatMap(({ centre }) => ledger.recordsOfCentre(centre.code))
  const records = ledger.recordsOfCounty(county)
  const states = own.map(({ state }) => state)
  const state = foldCounty(records, moment)
  const facts = {
    unsplitFen: unsplitFen(state, states),
    lastEntryOn: lastEntryOn([...records, ...about], moment),
    reporting: null,
    issueCounts: countIssues(state.issues, moment.asOf),
  }
  const [total] = summarise({
    plan: programme.plan,
    centres: own,
    counties: new Map([[county, facts]]),
    asOf: moment.asOf,
    basis,
    scheduledPercent: evaluation.schedule.all,
    filtered: false,
  }).counties
  if (total === undefined) throw countyUnknown(county)
  const { reporting: _, ...totals } = total
  return { rows: own.map(rowOf), totals }
}

/** Telephone numbers leave the server masked here, whoever asks: that they changed is what is told. */
const worded = (change: ChangeAfter): ChangeAfter =>
  change.field === 'phone'
    ? { ...change, from: maskPhone(change.from as string | null), to: maskPhone(change.to as string | null) }
    : change

function changesBetween({ ledger }: Reader, county: string, signed: Moment, known: Moment): ReportChange[] {
  const before = foldCounty(ledger.recordsOfCounty(county), signed)
  const after = foldCounty(ledger.recordsOfCounty(county), known)
  const lumps = moneyChanges(before.lumps, after.lumps).map(change => ({ code: null, name: null, ...change }))
  const slotsAt = ({ knownAt }: Moment) =>
    new Set(ledger.programmeAt(knownAt).slots.flatMap(({ code, countyCode }) => (countyCode === county ? code : [])))
  const [had, has] = [slotsAt(signed), slotsAt(known)]
  const codes = [...new Set([...had, ...has])].sort()
  const ofCentres = codes.flatMap(code => {
    const records = ledger.recordsOfCentre(code)
    const was = had.has(code) ? foldCentre(records, signed) : undefined
    const is = has.has(code) ? foldCentre(records, known) : undefined
    const name = (is ?? was)?.facts.village ?? code
    return changesAfter(was, is).map(change => ({ code, name, ...worded(change) }))
  })
  return [...ofCentres, ...lumps]
}

/** A county's month: what was signed, or would be signed now, and what changed since. */
export function monthlyReportAnswer(reader: Reader, county: string, period: Period, when: When): MonthlyReport {
  const { ledger, times, workdays } = reader
  if (!ledger.programme.plan.counties.some(({ code }) => code === county)) throw countyUnknown(county)
  const { asOf, knownAt } = reportingMoment(times, when)
  refuseMonth(reader, period, asOf)
  const snapshotDay = snapshotDayOf(period)
  const signatures = signaturesOf(ledger.recordsOfCounty(county), { asOf, knownAt })
  const standing = monthStanding(signatures, period, { asOf, workdays })
  const { signature } = standing
  const stands = signature !== null && signature.returned === null
  const snapshot = ledger.snapshot({ asOf: snapshotDay, knownAt: stands ? signature.signedAt : knownAt }, 'reported')
  return {
    county,
    period,
    snapshotDay,
    due: reportDueOn(period, workdays),
    asOf,
    ...standing,
    knownAt: snapshot.moment.knownAt,
    ...totalsOf(reader, county, snapshot),
    changes: signature
      ? changesBetween(
          reader,
          county,
          { asOf: snapshotDay, knownAt: signature.signedAt },
          { asOf: snapshotDay, knownAt },
        )
      : [],
    earlier: (signatures.get(period) ?? []).slice(0, -1),
  }
}
