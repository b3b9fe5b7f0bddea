import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useTranslation } from 'react-i18next'
import { countyName } from '../format/county-name.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useViewAs } from './use-view-as.ts'
import classes from './view-as-banner.module.css'

interface ViewAsBannerProps {
  county: string
  plan: Plan | undefined
}

/** Says on every page through whose eyes it is seen. */
export function ViewAsBanner({ county, plan }: ViewAsBannerProps) {
  const { t } = useTranslation()
  const { name } = useLanguage()
  const viewAs = useViewAs()
  return (
    <div className={classes.banner} role="status">
      <span>{t('account.viewingAs', { county: countyName(plan?.counties ?? [], county, name) })}</span>
      <button type="button" className={classes.end} onClick={() => viewAs.mutate(null)}>
        {t('account.endViewAs')}
      </button>
      {viewAs.error && <span>{t('account.endAgain')}</span>}
    </div>
  )
}
