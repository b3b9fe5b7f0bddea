import type { MonthState } from '@lvliang/shared/reports/month-state'
import { periodsOf, snapshotDayOf } from '@lvliang/shared/reports/period'
import type { CountyReporting, MonthlyReport, ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { createSummary, plan } from './board.ts'

const DUE: Record<string, string> = { '2018-05': '2018-06-05', '2018-06': '2018-07-05', '2018-07': '2018-08-06' }

export const createSignature = (
  overrides: Partial<NonNullable<MonthlyReport['signature']>> = {},
): NonNullable<MonthlyReport['signature']> => ({
  id: '00000000-0000-4000-8000-0000000000aa',
  snapshotDay: '2018-06-30',
  signedOn: '2018-07-04',
  signedAt: '2018-07-04T02:15:00.000Z',
  office: '临县民政局',
  reviewer: '王建国',
  returned: null,
  ...overrides,
})

export const RETURNED = {
  returnedOn: '2018-07-05',
  returnedAt: '2018-07-05T02:00:00.000Z',
  office: '市民政局',
  reason: '开工日期与合同不符',
}

function month(period: string, asOf: string, state: MonthState): CountyReporting['months'][number] {
  const signature = ['missing', 'notDue'].includes(state)
    ? null
    : createSignature({ snapshotDay: snapshotDayOf(period), returned: state === 'returned' ? RETURNED : null })
  const daysLate = state === 'late' ? 9 : state === 'missing' ? Math.max(1, Number(asOf.slice(8)) - 5) : 0
  return { state, daysLate, signature }
}

/** Every county has signed every month that is over, but for June as it is told. */
export function createReportingStatus(june: Record<string, MonthState> = {}, asOf = '2018-07-31'): ReportingStatus {
  const stateOf = (code: string, period: string): MonthState => {
    if (period === '2018-06') return june[code] ?? 'onTime'
    return period < '2018-06' ? 'onTime' : 'notDue'
  }
  const counties = plan.counties.map(({ code }) => ({
    code,
    lastEntryOn: '2018-07-28',
    staleDays: 3,
    months: periodsOf(2018).map(period => month(period, asOf, stateOf(code, period))),
  }))
  const periods = periodsOf(2018).map(period => {
    const counts = { notDue: 0, onTime: 0, late: 0, missing: 0, returned: 0 }
    for (const { code } of counties) counts[stateOf(code, period)] += 1
    const due = DUE[period] ?? `${period}-05`
    return { period, snapshotDay: snapshotDayOf(period), due, over: asOf > snapshotDayOf(period), counts }
  })
  return { asOf, periods, counties }
}

/** June of 临县 with one centre, signed. */
export function createMonthlyReport(overrides: Partial<MonthlyReport> = {}): MonthlyReport {
  const { byStage, byLight, byVerification, milestones, funding } = createSummary()
  return {
    county: '141124',
    period: '2018-06',
    snapshotDay: '2018-06-30',
    due: '2018-07-05',
    asOf: '2018-07-31',
    state: 'onTime',
    daysLate: 0,
    signature: createSignature(),
    knownAt: '2018-07-04T02:15:00.000Z',
    rows: [
      {
        code: 'LL2018-029',
        town: '白文镇',
        village: '张家沟村',
        name: '张家沟村',
        stage: 'started',
        verifiedStage: null,
        verification: 'reportedOnly',
        overlay: null,
        light: { colour: 'green', reasons: [], justified: null },
        badges: [],
        funding: { plannedFen: 10_000_000, issuedFen: 5_000_000, disbursedFen: 3_000_000, receivedFen: 0, paidFen: 0 },
        stages: [
          { stage: 'sited', reported: '2018-03-05', verified: '2018-03-06', implied: false },
          { stage: 'approved', reported: null, verified: null, implied: true },
          { stage: 'started', reported: '2018-05-20', verified: null, implied: false },
        ],
        gaps: ['approved'],
        doubts: 1,
      },
    ],
    totals: {
      code: '141124',
      quota: 1,
      byStage: { ...byStage, proposed: 0, started: 1 },
      byLight,
      byVerification: { ...byVerification, none: 0, reportedOnly: 1 },
      milestones,
      funding,
      issueCounts: { open: 0, overdue: 0, major: 0 },
      unlocated: 0,
      percent: 20,
      lastEntryOn: '2018-07-04',
    },
    changes: [],
    earlier: [],
    ...overrides,
  }
}
