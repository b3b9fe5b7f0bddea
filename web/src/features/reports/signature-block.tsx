import type { MonthlyReport } from '@lvliang/shared/reports/report.schema'
import { useTranslation } from 'react-i18next'
import { dueDayInProse, fullDayInProse, shanghaiSecond } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { MonthMark } from './month-mark.tsx'
import paper from './paper.module.css'
import classes from './signature-block.module.css'

/** Who signed, when, and room for the stamp and the reviewer's hand. */
export function SignatureBlock({ report, county }: { report: MonthlyReport; county: string }) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  const standing = report.signature?.returned === null ? report.signature : null
  return (
    <section className={paper.section} aria-label={t('report.signature')}>
      <dl className={classes.signature}>
        <div>
          <dt>{t('report.office')}</dt>
          <dd>{standing?.office ?? county}</dd>
        </div>
        <div>
          <dt>{t('report.reviewer')}</dt>
          <dd>{standing?.reviewer ?? ''}</dd>
        </div>
        <div>
          <dt>{t('report.signedOn')}</dt>
          <dd>{standing ? fullDayInProse(standing.signedOn, name) : t('report.none')}</dd>
        </div>
        <div>
          <dt>{t('report.signedAt')}</dt>
          <dd>{standing ? shanghaiSecond(standing.signedAt) : t('report.none')}</dd>
        </div>
        <div>
          <dt>{t('report.state')}</dt>
          <dd>
            <MonthMark standing={report} />{' '}
            <span className={classes.due}>{t('report.dueOn', { due: dueDayInProse(report.due, name) })}</span>
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** Signatures that were sent back, with their reasons. */
export function Returns({ report }: { report: MonthlyReport }) {
  const { t } = useTranslation('reports')
  const all = [...report.earlier, ...(report.signature ? [report.signature] : [])]
  const returned = all.flatMap(each => (each.returned ? [{ ...each, returned: each.returned }] : []))
  if (returned.length === 0) return null
  return (
    <section className={paper.section}>
      <h2 className={paper.subtitle}>{t('report.earlier')}</h2>
      <ul>
        {returned.map(({ id, signedOn, returned: { returnedOn, office, reason } }) => (
          <li key={id}>{t('report.earlierSays', { signed: signedOn, returned: returnedOn, office, reason })}</li>
        ))}
      </ul>
    </section>
  )
}
