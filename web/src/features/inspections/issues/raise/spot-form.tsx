import type { Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checklistQueries } from '../../../../api/inspection.queries.ts'
import { PhotoPicker } from '../../../../components/evidence/photo-picker.tsx'
import { usePhotos } from '../../../../components/evidence/use-photos.ts'
import { ActForm } from '../../../../components/form/act-form.tsx'
import fields from '../../../../components/form/fields.module.css'
import { DayField, LongField, Radios, SelectField, TextField } from '../../../../components/form/fields.tsx'
import form from '../../../../components/form/form.module.css'
import { SEVERITIES } from '../../../../filters/issue-search.ts'
import { useLanguage } from '../../../../i18n/use-language.ts'
import { DueField } from './due-field.tsx'
import { type Place, PlaceFields, placeBody } from './place-fields.tsx'
import { RepeatsField } from './repeats-field.tsx'
import { useDueDays } from './use-due-days.ts'
import { type NewIssue, useRaise } from './use-raise.ts'

interface SpotFormProps {
  plan: Plan
  /** Where one stands already. */
  place: Place | undefined
  onDone: (issue: IssueDetail) => void
  onCancel: () => void
}

const NOWHERE: Place = { county: '', centre: null }
const FIELDS = ['county', 'title', 'severity', 'item', 'description', 'date', 'dueOn', 'repeats', 'photoIds']

const blank = (today: string) => ({
  title: '',
  severity: 'general' as Severity,
  item: '',
  safety: false,
  description: '',
  date: today,
  /** Null: as the severity gives it. */
  dueOn: null as string | null,
  assign: true,
  repeats: '',
})
type Draft = ReturnType<typeof blank>

function useItems() {
  const { name } = useLanguage()
  const groups = useQuery(checklistQueries.current()).data?.groups ?? []
  return groups.flatMap(group =>
    group.items.map(({ id, text, severity }) => ({
      value: id,
      label: `${group.name[name]}：${text[name]}`,
      severity,
      safety: group.safety,
    })),
  )
}

const bodyOf = (draft: Draft, place: Place, photoIds: string[]): NewIssue => ({
  source: 'spot',
  ...placeBody(place),
  date: draft.date,
  severity: draft.severity,
  safety: draft.safety,
  title: draft.title.trim(),
  description: draft.description.trim() || undefined,
  item: draft.item || undefined,
  assign: draft.assign,
  dueOn: draft.dueOn ?? undefined,
  photoIds: photoIds.length > 0 ? photoIds : undefined,
  repeats: draft.repeats || undefined,
})

/** 日常发现: something seen outside a visit. */
export function SpotForm({ plan, place: given, onDone, onCancel }: SpotFormProps) {
  const { t } = useTranslation('inspections')
  const [place, setPlace] = useState(given ?? NOWHERE)
  const [draft, setDraft] = useState(() => blank(plan.today))
  const patch = (change: Partial<Draft>) => setDraft(old => ({ ...old, ...change }))
  const photos = usePhotos({ centre: place.centre ?? '' })
  const days = useDueDays(plan.today)
  const items = useItems()
  const act = useRaise(onDone)
  const chooseItem = (item: string) => {
    const known = items.find(({ value }) => value === item)
    patch({ item, ...(known && { severity: known.severity, safety: known.safety }) })
  }
  const move = (next: Place) => {
    setPlace(next)
    patch({ repeats: '', ...(next.centre === null && { item: '' }) })
  }
  return (
    <ActForm
      act={act}
      content={() => (place.county === '' ? null : bodyOf(draft, place, photos.ids))}
      submit={t('issue.submit.spot')}
      fields={place.centre === null ? FIELDS.filter(field => field !== 'item') : FIELDS}
      photos={photos}
      onCancel={onCancel}
    >
      {fault => (
        <>
          {!given && (
            <PlaceFields plan={plan} place={place} isKept={photos.picked.length > 0} fault={fault} onChange={move} />
          )}
          <TextField
            label={t('issue.field.title')}
            value={draft.title}
            required
            maxLength={100}
            placeholder={t('issue.field.titleExample')}
            onChange={title => patch({ title })}
            fault={fault('title')}
          />
          {place.centre !== null && (
            <SelectField
              label={t('issue.field.item')}
              value={draft.item}
              options={[{ value: '', label: t('issue.field.itemNone') }, ...items]}
              onChange={chooseItem}
              fault={fault('item')}
            />
          )}
          <Radios
            legend={t('issue.field.severity')}
            name="severity"
            value={draft.severity}
            options={SEVERITIES.map(value => ({ value, label: t(`terms.severity.${value}`) }))}
            onChange={severity => patch({ severity })}
          />
          <label className={form.check}>
            <input type="checkbox" checked={draft.safety} onChange={event => patch({ safety: event.target.checked })} />
            {t('issue.field.safety')}
          </label>
          <LongField
            label={t('issue.field.description')}
            value={draft.description}
            onChange={description => patch({ description })}
            fault={fault('description')}
          />
          {place.centre !== null && <PhotoPicker photos={photos} label={t('issue.field.photos')} />}
          <div className={fields.pair}>
            <DayField
              label={t('issue.field.foundOn')}
              value={draft.date}
              max={plan.today}
              required
              onChange={date => patch({ date })}
              fault={fault('date')}
            />
            <DueField
              label={t('issue.field.due')}
              value={draft.dueOn ?? days?.usual(draft.severity) ?? ''}
              min={plan.today}
              days={days}
              onChange={dueOn => patch({ dueOn: dueOn || null })}
              fault={fault('dueOn')}
            />
          </div>
          {place.centre !== null && (
            <RepeatsField
              centre={place.centre}
              value={draft.repeats}
              onChange={repeats => patch({ repeats })}
              fault={fault('repeats')}
            />
          )}
          <label className={form.check}>
            <input type="checkbox" checked={draft.assign} onChange={event => patch({ assign: event.target.checked })} />
            {t('issue.field.assign')}
          </label>
        </>
      )}
    </ActForm>
  )
}
