import type { IssueDetail, RaiseIssue } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm } from '../../../../components/form/act-form.tsx'
import { LongField, TextField } from '../../../../components/form/fields.tsx'
import { DueField } from './due-field.tsx'
import { type Place, PlaceFields, placeBody } from './place-fields.tsx'
import { useDueDays } from './use-due-days.ts'
import { useRaise } from './use-raise.ts'

export interface OrderFormProps {
  plan: Plan
  /** Whom it is given to, where that is said already. */
  place: Place | undefined
  /** The county chosen at first. */
  county?: string | undefined
  about: RaiseIssue['about']
  onDone: (issue: IssueDetail) => void
  onCancel: () => void
}

const FIELDS = ['county', 'centre', 'title', 'description', 'dueOn']

/** 领导交办: what is to be done, and by when it is answered. */
export function OrderForm({ plan, place: given, county = '', about, onDone, onCancel }: OrderFormProps) {
  const { t } = useTranslation('inspections')
  const [place, setPlace] = useState<Place>(given ?? { county, centre: null })
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const days = useDueDays(plan.today)
  const act = useRaise(onDone)
  const content = () =>
    place.county === ''
      ? null
      : {
          source: 'order' as const,
          ...placeBody(place),
          date: plan.today,
          title: title.trim(),
          description: description.trim() || undefined,
          dueOn: dueOn ?? undefined,
          about,
        }
  return (
    <ActForm
      act={act}
      content={content}
      submit={t('issue.submit.order')}
      fields={given ? FIELDS.slice(2) : FIELDS}
      onCancel={onCancel}
    >
      {fault => (
        <>
          {!given && <PlaceFields plan={plan} place={place} fault={fault} onChange={setPlace} />}
          <TextField
            label={t('issue.field.orderTitle')}
            value={title}
            required
            maxLength={100}
            placeholder={t('issue.field.orderTitleExample')}
            onChange={setTitle}
            fault={fault('title')}
          />
          <LongField
            label={t('issue.field.orderWords')}
            value={description}
            onChange={setDescription}
            fault={fault('description')}
          />
          <DueField
            label={t('issue.field.orderDue')}
            value={dueOn ?? days?.usual('order') ?? ''}
            min={plan.today}
            days={days}
            onChange={day => setDueOn(day || null)}
            fault={fault('dueOn')}
          />
        </>
      )}
    </ActForm>
  )
}
