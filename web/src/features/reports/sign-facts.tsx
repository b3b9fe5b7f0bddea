import { formatWan } from '@lvliang/shared/funding/money'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { useTranslation } from 'react-i18next'
import { fullDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './signing.module.css'
import { useNames } from './use-names.ts'

const separators = { zh: '，', en: ', ' }

/** What a signature will stand under: counts, money, and what is still missing or doubtful. */
export function SignFacts({ report, plan }: { report: MonthlyReport; plan: Plan }) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  const names = useNames(plan)
  const { totals, rows, signature, snapshotDay, daysLate } = report
  const list = (parts: readonly string[]) => parts.join(separators[name])
  const stages = plan.stages
    .filter(({ id }) => totals.byStage[id] > 0)
    .map(({ id }) => t('sign.stage', { stage: names.stage(id), n: totals.byStage[id] }))
  const gaps = rows.filter(row => row.gaps.length > 0)
  const doubtful = rows.filter(row => row.doubts > 0)
  return (
    <div className={classes.what}>
      {signature?.returned && (
        <p className={classes.bad}>{t('sign.returned', { reason: signature.returned.reason })}</p>
      )}
      {daysLate > 0 && <p className={classes.bad}>{t('sign.late', { n: daysLate })}</p>}
      <p>{t('sign.what', { day: fullDayInProse(snapshotDay, name) })}</p>
      <ul>
        <li>{t('sign.centres', { n: totals.quota, stages: list(stages) })}</li>
        <li>{t('sign.verified', { ...totals.byVerification })}</li>
        <li>
          {t('sign.money', {
            received: formatWan(totals.funding.total.receivedFen),
            paid: formatWan(totals.funding.total.paidFen),
          })}
        </li>
        {gaps.length > 0 && (
          <li className={classes.gap}>
            {t('sign.gaps', {
              n: gaps.reduce((sum, row) => sum + row.gaps.length, 0),
              list: list(gaps.map(row => row.name)),
            })}
          </li>
        )}
        {doubtful.length > 0 && (
          <li className={classes.gap}>
            {t('sign.doubts', {
              n: doubtful.reduce((sum, row) => sum + row.doubts, 0),
              list: list(doubtful.map(row => row.name)),
            })}
          </li>
        )}
        {gaps.length + doubtful.length === 0 && <li>{t('sign.noGaps')}</li>}
      </ul>
    </div>
  )
}
