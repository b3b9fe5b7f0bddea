import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { planQueries } from '../../api/plan.queries.ts'
import { reportQueries } from '../../api/report.queries.ts'
import { LoadError } from '../../components/load-error.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { fullDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useMe } from '../../session/use-me.ts'
import { ChangeTable } from './change-table.tsx'
import { monthInProse } from './month-words.ts'
import paper from './paper.module.css'
import classes from './report.page.module.css'
import { ReportBar } from './report-bar.tsx'
import { ReportTable } from './report-table.tsx'
import { SignForm } from './sign-form.tsx'
import { lastReviewer } from './signable.ts'
import { Returns, SignatureBlock } from './signature-block.tsx'
import { useMonthChanged } from './use-month-changed.ts'
import { useNames } from './use-names.ts'
import { useReportsWords } from './use-reports-words.ts'

interface LoadedProps {
  report: MonthlyReport
  plan: Plan
}

/** The county's own way to sign what is shown below. */
function OwnSignature({ report, plan, onSigned }: LoadedProps & { onSigned: (report: MonthlyReport) => unknown }) {
  const status = useQuery(reportQueries.status({}))
  const { sign } = useSearch({ strict: false }) as { sign?: boolean }
  // Known before the form is drawn: what it begins with is not changed under one's hands.
  if (status.isPending) return null
  const reviewer = status.data ? lastReviewer(status.data, report.county) : ''
  return (
    <section className={classes.ownSigning}>
      <SignForm report={report} plan={plan} reviewer={reviewer} focused={sign === true} onSigned={onSigned} />
    </section>
  )
}

function Sheet({ report, plan }: LoadedProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { name } = useLanguage()
  const names = useNames(plan)
  const stands = report.signature?.returned === null
  return (
    <article className={paper.sheet}>
      <h1 className={paper.heading}>{t('report.title', { month: monthInProse(report.period, name) })}</h1>
      <p className={paper.subheading}>
        <span>{t('report.county', { county: names.county(report.county) })}</span>
        <span>{t('report.asOf', { day: fullDayInProse(report.snapshotDay, name) })}</span>
        <span>{t('report.unit')}</span>
        {plan.demonstration && <strong className={paper.demonstration}>{t('common:demonstration')}</strong>}
      </p>
      {!stands && <p className={paper.draft}>{t(report.signature ? 'report.wasReturned' : 'report.notSigned')}</p>}
      <ReportTable report={report} plan={plan} />
      <SignatureBlock report={report} county={names.county(report.county)} />
      <ChangeTable report={report} plan={plan} />
      <Returns report={report} />
    </article>
  )
}

function Loaded({ report, plan }: LoadedProps) {
  const { t } = useTranslation('reports')
  const me = useMe()
  const names = useNames(plan)
  const changed = useMonthChanged()
  const [said, setSaid] = useState<'sign' | 'back' | null>(null)
  const stands = report.signature?.returned === null
  const maySign = !stands && me.county === report.county && me.may.includes('signMonth')
  return (
    <>
      <ReportBar
        report={report}
        county={names.county(report.county)}
        onReturned={async now => {
          await changed(now)
          setSaid('back')
        }}
      />
      <p className={classes.said} role="status">
        {said && t(`${said}.done`)}
      </p>
      {maySign && (
        <OwnSignature
          key={report.period}
          report={report}
          plan={plan}
          onSigned={async now => {
            await changed(now)
            setSaid('sign')
          }}
        />
      )}
      <Sheet report={report} plan={plan} />
    </>
  )
}

const isNotOver = (error: Error) => error instanceof ApiError && error.code === 'asOfInFuture'

/** One county's month, as it is printed for the stamp. */
export function ReportPage() {
  useReportsWords()
  const { t } = useTranslation(['reports', 'common'])
  const { county = '', period = '' } = useParams({ strict: false })
  const { asOf } = useSearch({ strict: false })
  const plan = useQuery(planQueries.current())
  const report = useQuery(reportQueries.month(county, period, { asOf }))
  const error = plan.error ?? report.error
  usePageTitle(t('title'), plan.data)
  return (
    <div className={classes.page}>
      {error && isNotOver(error) && (
        <p className={paper.note}>
          {t('report.notOver')} <Link to="/reports">{t('report.back')}</Link>
        </p>
      )}
      {error && !isNotOver(error) && (
        <LoadError error={error} onRetry={() => void Promise.all([plan.refetch(), report.refetch()])} />
      )}
      {!error && !(plan.data && report.data) && <p className={paper.note}>{t('common:loading')}</p>}
      {plan.data && report.data && <Loaded key={`${county} ${period}`} report={report.data} plan={plan.data} />}
    </div>
  )
}
