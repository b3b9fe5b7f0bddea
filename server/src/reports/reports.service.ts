import type { Issue } from '@lvliang/shared/centres/act-rules'
import { signaturesOf } from '@lvliang/shared/reports/month-state'
import { snapshotDayOf } from '@lvliang/shared/reports/period'
import type { MonthlyReport, ReturnMonth, SignMonth } from '@lvliang/shared/reports/report.schema'
import { checkReturn, checkSigning } from '@lvliang/shared/reports/sign-rules'
import type { RequestEnv } from '../access/request-env.ts'
import { DomainError } from '../errors.ts'
import type { Journal } from '../ledger/journal.ts'
import type { Reader } from '../reader.ts'
import { monthlyReportAnswer } from './monthly-report.ts'
import { reportingDay } from './reporting-day.ts'

interface Done {
  isNew: boolean
  report: MonthlyReport
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length === 0) return
  const faults = issues.map(({ pointer, code, message }) => ({ pointer, code, message }))
  throw new DomainError('ruleBroken', faults.map(({ message }) => message).join(' '), faults)
}

/** The county signs a month, the city office sends it back: each one record, the first a signature over a snapshot. */
export class MonthlyReports {
  readonly #reader: Reader
  readonly #journal: Journal

  constructor(reader: Reader, journal: Journal) {
    this.#reader = reader
    this.#journal = journal
  }

  async sign(env: RequestEnv, { id, county, period, reviewer = null }: SignMonth): Promise<Done> {
    const { times, ledger } = this.#reader
    const { isNew } = await this.#journal.enter({
      env,
      operation: 'signMonth',
      subject: `county/${county}`,
      record: () => ({
        id,
        kind: 'monthlyReport',
        countyCode: county,
        centreCode: null,
        date: reportingDay(times),
        body: { period, snapshotDay: snapshotDayOf(period), reviewer },
      }),
      settle: () => {
        const { year } = ledger.programme.plan
        refuse(checkSigning({ signatures: this.#signatures(county), period, year, today: reportingDay(times) }))
        return []
      },
    })
    return { isNew, report: monthlyReportAnswer(this.#reader, county, period, {}) }
  }

  async return(env: RequestEnv, reportId: string, { id, reason }: ReturnMonth): Promise<Done> {
    const { times, ledger } = this.#reader
    const signed = ledger.record(reportId)
    if (signed?.kind !== 'monthlyReport' || signed.date > reportingDay(times)) {
      throw new DomainError('notFound', '没有这次报送。 / There is no such signature.')
    }
    const { countyCode } = signed
    const { period } = signed.body
    const { isNew } = await this.#journal.enter({
      env,
      operation: 'returnMonth',
      subject: `county/${countyCode}`,
      record: () => ({
        id,
        kind: 'monthlyReportReturned',
        countyCode,
        centreCode: null,
        date: reportingDay(times),
        body: { reportId, period, reason },
      }),
      settle: () => {
        refuse(checkReturn(this.#signatures(countyCode), period, reportId))
        return []
      },
    })
    return { isNew, report: monthlyReportAnswer(this.#reader, countyCode, period, {}) }
  }

  #signatures(county: string) {
    const { ledger, times } = this.#reader
    const asOf = reportingDay(times)
    return signaturesOf(ledger.recordsOfCounty(county), { asOf, knownAt: times.now(asOf) })
  }
}
