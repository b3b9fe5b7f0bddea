import type { Reason } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import classes from './centre.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

/** What stands beside the light, each with what it means. */
export function BadgeList({ badges, words }: { badges: readonly Reason[]; words: PlanWords }) {
  const { t } = useTranslation('centres')
  if (badges.length === 0) return null
  return (
    <Section title={t('badges.title')} help={t('badges.help')}>
      <ul className={classes.badges}>
        {badges.map(badge => (
          <li key={words.reason(badge)}>
            {words.reason(badge)}
            <br />
            <span className={classes.help}>{t(`badges.about.${badge.code as 'doubt'}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
