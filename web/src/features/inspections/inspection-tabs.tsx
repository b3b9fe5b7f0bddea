import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../session/use-me.ts'
import classes from './inspection-tabs.module.css'

const TABS = [
  { id: 'home', to: '/inspections', needs: 'listIssues' },
  { id: 'candidates', to: '/inspections/candidates', needs: 'listCandidates' },
  { id: 'visits', to: '/inspections/visits', needs: 'listVisits' },
  { id: 'issues', to: '/inspections/issues', needs: 'listIssues' },
] as const
export type InspectionTab = (typeof TABS)[number]['id']

/** The address of each begins with that of the first. */
const EXACTLY = { exact: true, includeSearch: false }

/** What there still is to do stands first. */
const OPEN_ONES = { open: true }

/** The pages of inspection that are open to whoever looks. */
export function InspectionTabs({ tab }: { tab: InspectionTab }) {
  const { t } = useTranslation('inspections')
  const { may } = useMe()
  return (
    <nav className={classes.tabs} aria-label={t('home.tabs.label')}>
      {TABS.filter(({ needs }) => may.includes(needs)).map(({ id, to }) => (
        <Link
          key={id}
          to={to}
          search={id === 'issues' ? OPEN_ONES : {}}
          aria-current={id === tab ? 'page' : undefined}
          activeOptions={EXACTLY}
        >
          {t(`home.tabs.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
