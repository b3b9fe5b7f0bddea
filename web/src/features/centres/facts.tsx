import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './centre.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

/** A fact and its name; a fact nobody stated is not shown. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What people typed stays as typed, in Chinese, on the English page too. */
const typed = (text: string | null) => text && <span lang="zh-CN">{text}</span>

function usePopulation({ population }: CentreDetail): string | null {
  const { t } = useTranslation('centres')
  if (population === null) return null
  const says = { n: population.value, basis: t(`facts.basis.${population.basis}`), year: population.year ?? 0 }
  return t(population.year === null ? 'facts.populationSays' : 'facts.populationYear', says)
}

function Position({ position }: Pick<CentreDetail, 'position'>) {
  const { t } = useTranslation('centres')
  if (position === null) return t('facts.unlocated')
  const { lon, lat, source, accuracyM } = position
  return (
    <>
      {t('facts.positionSays', { lon: lon.toFixed(5), lat: lat.toFixed(5) })}
      <br />
      <span className={classes.secondary}>
        <span lang="zh-CN">{source}</span>
        {accuracyM !== null && ` · ${t('facts.accuracy', { n: accuracyM })}`}
      </span>
    </>
  )
}

export function Facts({ centre, words }: { centre: CentreDetail; words: PlanWords }) {
  const { t } = useTranslation('centres')
  const population = usePopulation(centre)
  const sited = centre.village !== null
  return (
    <Section title={t('facts.title')}>
      {!sited && <p className={classes.help}>{t('detail.untilSited')}</p>}
      <dl className={classes.facts}>
        <Fact name={t('facts.county')}>{words.county(centre.countyCode)}</Fact>
        <Fact name={t('facts.town')}>{typed(centre.town)}</Fact>
        <Fact name={t('facts.village')}>{typed(centre.village)}</Fact>
        <Fact name={t('facts.villageCode')}>{centre.villageCode}</Fact>
        <Fact name={t('facts.population')}>{population}</Fact>
        <Fact name={t('facts.priority')}>{centre.priority && t('facts.priorityYes')}</Fact>
        <Fact name={t('facts.build')}>{centre.build && t(`facts.builds.${centre.build}`)}</Fact>
        <Fact name={t('facts.area')}>{centre.areaM2}</Fact>
        <Fact name={t('facts.meals')}>{centre.meals === null ? null : t(centre.meals ? 'facts.yes' : 'facts.no')}</Fact>
        <Fact name={t('facts.position')}>{sited && <Position position={centre.position} />}</Fact>
        <Fact name={t('facts.note')}>{typed(centre.note)}</Fact>
      </dl>
    </Section>
  )
}

const PEOPLE = ['leader', 'unit', 'person', 'phone', 'builder'] as const

export function People({ people }: Pick<CentreDetail, 'people'>) {
  const { t } = useTranslation('centres')
  const filed = PEOPLE.filter(role => people[role] !== null)
  return (
    <Section title={t('people.title')}>
      {filed.length === 0 ? (
        <p className={classes.help}>{t('people.none')}</p>
      ) : (
        <dl className={classes.facts}>
          {filed.map(role => (
            <Fact key={role} name={t(`people.${role}`)}>
              {typed(people[role])}
            </Fact>
          ))}
        </dl>
      )}
    </Section>
  )
}
