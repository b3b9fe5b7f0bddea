import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import { Field } from '../../../components/form/field.tsx'
import { VillageSearch } from '../../../components/village-search/village-search.tsx'
import { type SitingDraft, villageFacts } from './siting-draft.ts'

interface VillageFieldsProps {
  county: string
  draft: SitingDraft
  fault: string | undefined
  onChange: (patch: Partial<SitingDraft>) => void
}

/** Township, village and code, typed where the gazetteer has none. */
function ByHand({ draft, onChange }: Pick<VillageFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('siting')
  return (
    <>
      <Field label={t('town')}>
        {control => (
          <input
            {...control}
            value={draft.town}
            maxLength={200}
            onChange={event => onChange({ town: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('name')}>
        {control => (
          <input
            {...control}
            value={draft.village}
            maxLength={200}
            onChange={event => onChange({ village: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('code')}>
        {control => (
          <input
            {...control}
            value={draft.villageCode}
            inputMode="numeric"
            pattern="[0-9]{12}"
            maxLength={12}
            onChange={event => onChange({ villageCode: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** The village, found in the gazetteer; what it is filled in with is shown. */
export function VillageFields({ county, draft, fault, onChange }: VillageFieldsProps) {
  const { t } = useTranslation('siting')
  const [byHand, setByHand] = useState(false)
  const { town, village, villageCode: code } = draft
  return (
    <>
      <Field
        label={t('village')}
        fault={fault}
        help={village && !byHand && <span lang="zh-CN">{t('villageNow', { town, village, code })}</span>}
      >
        {control => (
          <VillageSearch
            county={county}
            control={control}
            placeholder={t('villagePlaceholder')}
            nothing={t('villageNone')}
            onChoose={found => onChange(villageFacts(found))}
          />
        )}
      </Field>
      {byHand ? (
        <ByHand draft={draft} onChange={onChange} />
      ) : (
        <div>
          <Button look="link" onClick={() => setByHand(true)}>
            {t('byHand')}
          </Button>
        </div>
      )}
    </>
  )
}
