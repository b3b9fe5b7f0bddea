import { lastEntryOn } from '@lvliang/shared/board/county'
import type { Moment } from '@lvliang/shared/centres/fold'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import { MONTH_STATES, monthStanding, signaturesOf } from '@lvliang/shared/reports/month-state'
import { isOver, type Period, periodsOf, reportDueOn, snapshotDayOf } from '@lvliang/shared/reports/period'
import type { CountyReporting, ReportedMonth, ReportingStatus } from '@lvliang/shared/reports/report.schema'
import type { When } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { reportingMoment } from './reporting-day.ts'

function countyReporting({ ledger, workdays }: Reader, code: string, moment: Moment, periods: readonly Period[]) {
  const own = ledger.recordsOfCounty(code)
  const ofCentres = ledger.slotsOf(code).flatMap(slot => ledger.recordsOfCentre(slot.code))
  const latest = lastEntryOn([...own, ...ofCentres], moment)
  const signatures = signaturesOf(own, moment)
  return {
    code,
    lastEntryOn: latest,
    staleDays: latest === null ? null : Math.max(0, daysBetween(latest, moment.asOf)),
    months: periods.map(period => monthStanding(signatures, period, { asOf: moment.asOf, workdays })),
  }
}

function countStates(counties: readonly CountyReporting[], place: number): ReportedMonth['counts'] {
  const states = counties.map(({ months }) => months[place]?.state)
  return Object.fromEntries(
    MONTH_STATES.map(state => [state, states.filter(each => each === state).length]),
  ) as ReportedMonth['counts']
}

/** Who has signed which month: every county of the plan, those that never file first of all. */
export function reportingStatusAnswer(reader: Reader, { period, ...when }: When & { period?: string | undefined }) {
  const moment = reportingMoment(reader.times, when)
  const { plan } = reader.ledger.programmeAt(moment.knownAt)
  const months = periodsOf(plan.year).filter(each => period === undefined || each === period)
  const counties = plan.counties.map(({ code }) => countyReporting(reader, code, moment, months))
  const periods = months.map((each, i) => ({
    period: each,
    snapshotDay: snapshotDayOf(each),
    due: reportDueOn(each, reader.workdays),
    over: isOver(each, moment.asOf),
    counts: countStates(counties, i),
  }))
  return { asOf: moment.asOf, periods, counties } satisfies ReportingStatus
}
