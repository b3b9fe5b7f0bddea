import { formatWan } from '@lvliang/shared/funding/money'
import type { ReportChange } from '@lvliang/shared/reports/report.schema'
import type { TFunction } from 'i18next'
import type { useNames } from './use-names.ts'

type T = TFunction<['reports', 'centres']>
type Names = ReturnType<typeof useNames>

const FACTS = {
  town: 'centres:facts.town',
  village: 'centres:facts.village',
  villageCode: 'centres:facts.villageCode',
  population: 'centres:facts.population',
  build: 'centres:facts.build',
  areaM2: 'centres:facts.area',
  position: 'centres:facts.position',
  meals: 'centres:facts.meals',
  leader: 'centres:people.leader',
  unit: 'centres:people.unit',
  person: 'centres:people.person',
  phone: 'centres:people.phone',
  builder: 'centres:people.builder',
  note: 'centres:facts.note',
} as const

const isFact = (field: string): field is keyof typeof FACTS => Object.hasOwn(FACTS, field)

/** What changed: a stage's day, a fact, a sum of money. */
export function changedItem({ kind, field }: Pick<ReportChange, 'kind' | 'field'>, t: T, names: Names): string {
  switch (kind) {
    case 'reported':
      return t('report.reported', { stage: names.stage(field) })
    case 'verified':
      return t('report.verified', { stage: names.stage(field) })
    case 'planned':
      return t('report.plannedDay', { stage: names.stage(field) })
    case 'money': {
      const [source = '', part = ''] = field.split('.')
      const kinds = ['issued', 'disbursed', 'received', 'paid'] as const
      const known = kinds.find(each => each === part)
      return t('report.money', { source: names.source(source), kind: known ? t(`centres:kinds.${known}`) : part })
    }
    default:
      return isFact(field) ? t(FACTS[field]) : field
  }
}

const BUILDS = ['newBuild', 'conversion', 'extension'] as const

/** A value before or after. */
export function changedValue(
  { kind, field }: Pick<ReportChange, 'kind' | 'field'>,
  value: ReportChange['to'],
  t: T,
): string {
  if (value === null) return t('report.none')
  if (kind === 'money') return formatWan(Number(value))
  if (typeof value === 'boolean') return t(value ? 'centres:facts.yes' : 'centres:facts.no')
  const build = field === 'build' && BUILDS.find(each => each === value)
  return build ? t(`centres:facts.builds.${build}`) : String(value)
}
