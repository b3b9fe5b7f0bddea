import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import { useTranslation } from 'react-i18next'
import { dayInProse, monthName } from '../../format/format.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import { type LightSpan, lightSpans } from './light-spans.ts'
import classes from './light-strip.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

interface LightStripProps {
  centre: CentreDetail
  year: number
  words: PlanWords
}

/** The light across the year as one strip, and the same in words below it. */
export function LightStrip({ centre, year, words }: LightStripProps) {
  const { t } = useTranslation(['centres', 'common'])
  const first = `${year}-01-01`
  const days = daysBetween(first, `${year + 1}-01-01`)
  const at = (date: string) => `${(daysBetween(first, date) / days) * 100}%`
  const spans = lightSpans(centre.lightHistory, centre.asOf)
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-01`)
  return (
    <Section title={t('lights.title')} help={t('lights.help')}>
      <div className={classes.strip} aria-hidden="true">
        {spans.map(({ from, colour, days: length }) => (
          <span key={from} className={classes[colour]} style={{ left: at(from), width: `${(length / days) * 100}%` }} />
        ))}
        {months.map(month => (
          <span key={month} className={classes.month} style={{ left: at(month) }}>
            {monthName(month, words.name)}
          </span>
        ))}
      </div>
      <ol className={classes.spans}>
        {spans.map(span => (
          <Span key={span.from} span={span} words={words} />
        ))}
      </ol>
    </Section>
  )
}

function Span({ span, words }: { span: LightSpan; words: PlanWords }) {
  const { t } = useTranslation('centres')
  return (
    <li>
      {t('lights.since', { day: dayInProse(span.from, words.name) })} <StatusLabel shape={span.colour} fill="solid" />{' '}
      <span className={classes.days}>{t('lights.days', { n: span.days })}</span>
    </li>
  )
}
