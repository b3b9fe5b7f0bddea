import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import { useTranslation } from 'react-i18next'
import { dayInProse, dueDayInProse } from '../../format/format.ts'
import classes from './centre.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

interface WhyLightProps {
  centre: CentreDetail
  words: PlanWords
}

/** Every reason of the light in words, what covers it, and by when work has to start. */
export function WhyLight({ centre, words }: WhyLightProps) {
  const { t } = useTranslation('centres')
  const { light, stage } = centre
  return (
    <Section title={t('why.title')}>
      <ul className={classes.reasons}>
        {light.reasons.map(reason => (
          <li key={words.reason(reason)}>{words.reason(reason)}</li>
        ))}
        {light.reasons.length === 0 && <li>{t(stage === 'proposed' ? 'why.notDueYet' : 'why.onTrack')}</li>}
        {light.justified && <Justified justified={light.justified} words={words} />}
        {centre.overlays.map(overlay => (
          <li key={`${overlay.kind}-${overlay.from}`}>
            {t(`why.overlay.${overlay.to === null ? overlay.kind : (`${overlay.kind}To` as const)}`, {
              from: dayInProse(overlay.from, words.name),
              to: overlay.to === null ? '' : dayInProse(overlay.to, words.name),
              reason: overlay.reason,
            })}
          </li>
        ))}
      </ul>
      <p className={classes.help}>
        {t('why.progress', { percent: centre.percent, scheduled: centre.scheduledPercent })}
      </p>
      <SafeStart centre={centre} words={words} />
    </Section>
  )
}

type Category = 'weather' | 'land' | 'geology' | 'policy' | 'other'

function Justified({ justified, words }: { justified: { reason: string; until: string }; words: PlanWords }) {
  const { t } = useTranslation('centres')
  return (
    <li>
      {t('why.justified', {
        reason: t(`category.${justified.reason as Category}`),
        until: dueDayInProse(justified.until, words.name),
      })}
    </li>
  )
}

function SafeStart({ centre, words }: WhyLightProps) {
  const { t } = useTranslation('centres')
  const { latestSafeStart, asOf } = centre
  if (latestSafeStart === null) return null
  const day = dueDayInProse(latestSafeStart, words.name)
  const past = daysBetween(latestSafeStart, asOf)
  return (
    <p className={past > 0 ? classes.warning : classes.help}>
      {past > 0 ? t('why.safeStartPassed', { day, n: past }) : t('why.safeStart', { day })}
    </p>
  )
}
