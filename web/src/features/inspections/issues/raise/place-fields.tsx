import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { centreQueries } from '../../../../api/centre.queries.ts'
import type { FaultAt } from '../../../../components/form/act-form.tsx'
import fields from '../../../../components/form/fields.module.css'
import { SelectField } from '../../../../components/form/fields.tsx'
import { useLanguage } from '../../../../i18n/use-language.ts'
import { useMe } from '../../../../session/use-me.ts'

/** A county, or a centre of it. */
export interface Place {
  county: string
  /** Null: the county as a whole. */
  centre: string | null
}

/** Where an issue is, as the API wants it. */
export const placeBody = ({ county, centre }: Place) => (centre === null ? { county } : { centre })

interface PlaceFieldsProps {
  plan: Plan
  place: Place
  /** Photos of the centre are on their way: it stays. */
  isKept?: boolean
  fault: FaultAt
  onChange: (place: Place) => void
}

/** A county first, then one of its centres or the county as a whole; an inspector's own is not among them. */
export function PlaceFields({ plan, place, isKept, fault, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const me = useMe()
  const home = me.role === 'inspector' ? me.county : null
  const centres =
    useQuery({ ...centreQueries.every({ county: place.county }), enabled: place.county !== '' }).data ?? []
  const counties = plan.counties.filter(({ code }) => code !== home)
  const countyOptions = [
    { value: '', label: t('issue.field.toNone') },
    ...counties.map(county => ({ value: county.code, label: county.name[name] })),
  ]
  const countyLabel = counties.find(({ code }) => code === place.county)?.name[name] ?? ''
  const centreOptions = [
    { value: '', label: place.county ? t('issue.county', { county: countyLabel }) : '—' },
    ...centres.map(centre => ({ value: centre.code, label: `${centre.name} ${centre.code}` })),
  ]
  const kept = <T extends { value: string }>(options: T[], value: string) =>
    isKept ? options.filter(option => option.value === value) : options
  return (
    <div className={fields.pair}>
      <SelectField
        label={t('issue.field.county')}
        value={place.county}
        options={kept(countyOptions, place.county)}
        onChange={county => onChange({ county, centre: null })}
        fault={fault('county')}
      />
      <SelectField
        label={t('issue.field.centre')}
        value={place.centre ?? ''}
        options={kept(centreOptions, place.centre ?? '')}
        onChange={centre => onChange({ ...place, centre: centre || null })}
        fault={fault('centre')}
      />
    </div>
  )
}
