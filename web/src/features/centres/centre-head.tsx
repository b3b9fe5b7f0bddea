import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fullDayInProse } from '../../format/format.ts'
import { markOf } from '../../status/centre-mark.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import classes from './centre.module.css'
import type { PlanWords } from './use-plan-words.ts'

interface CentreHeadProps {
  centre: CentreDetail
  plan: Plan
  words: PlanWords
}

/** Which centre this is and how it stands. */
export function CentreHead({ centre, plan, words }: CentreHeadProps) {
  const { t } = useTranslation(['centres', 'common'])
  return (
    <header className={classes.head}>
      <p className={classes.place}>
        {centre.code} · {words.county(centre.countyCode)}
        {centre.town && <span lang="zh-CN"> {centre.town}</span>}
      </p>
      <h1 className={classes.name} lang={centre.village === null ? undefined : 'zh-CN'}>
        {centre.village ?? t('notSited')}
      </h1>
      <p className={classes.standing}>
        <strong className={classes.light}>
          <StatusLabel {...markOf(centre)} />
        </strong>
        <span>
          {t('common:basis.reported')} {words.stage(centre.stage)}
        </span>
        <span>
          {centre.verifiedStage === null
            ? t('notVerified')
            : `${t('common:basis.verified')} ${words.stage(centre.verifiedStage)}`}
        </span>
        {centre.light.justified && <span>{t('common:justified')}</span>}
        {centre.overlay && <span>{t(`common:overlay.${centre.overlay}`)}</span>}
      </p>
      <DayNote asOf={centre.asOf} today={plan.today} name={words.name} />
    </header>
  )
}

/** Says so where the page is not about today. */
function DayNote({ asOf, today, name }: { asOf: string; today: string; name: PlanWords['name'] }) {
  const { t } = useTranslation('centres')
  if (asOf === today) return null
  const [day, now] = [fullDayInProse(asOf, name), fullDayInProse(today, name)]
  return (
    <p className={classes.dayNote} role="note">
      {asOf < today ? t('detail.past', { day }) : t('detail.future', { day, today: now })}{' '}
      <Link to="." search={previous => ({ ...previous, asOf: undefined })}>
        {t('detail.toToday')}
      </Link>
    </p>
  )
}
