import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { DELAY_CATEGORIES } from '@lvliang/shared/centres/record.schema'
import { MILESTONES, type MilestoneId } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, SelectField, TextField } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import type { FieldNames } from '../use-field-names.ts'
import { RequestForm, type RequestProps } from './request-form.tsx'

/** Requests that wait or were declined. */
function Requests({ centre, names }: { centre: CentreSheet; names: FieldNames }) {
  const { t } = useTranslation('workbench')
  const open = centre.delayRequests.filter(({ decided }) => decided !== 'approved')
  return open.map(({ id, milestone, newDue, decided }) => (
    <p key={id} className={form.note}>
      {t(decided === null ? 'requests.delayWaits' : 'requests.delayDeclined', {
        milestone: names.milestone(milestone),
        newDue,
      })}
    </p>
  ))
}

/** Asks for a later day of a node that is not done. */
export function DelayRequest({ centre, today, names }: RequestProps & { names: FieldNames }) {
  const { t } = useTranslation(['workbench', 'centres'])
  const undone = MILESTONES.filter(id => !centre.milestones[id].done)
  const [milestone, setMilestone] = useState<MilestoneId>(undone[0] ?? 'opening')
  const [newDue, setNewDue] = useState('')
  const [category, setCategory] = useState<(typeof DELAY_CATEGORIES)[number]>(DELAY_CATEGORIES[0])
  const [evidence, setEvidence] = useState('')
  if (undone.length === 0) return null
  return (
    <RequestForm
      title={t('requests.delay')}
      submit={t('requests.askDelay')}
      centre={centre}
      path="/delay-requests"
      body={{ date: today, milestone, newDue, category, evidence }}
      fields={['milestone', 'newDue', 'category', 'evidence']}
      onDone={() => setEvidence('')}
    >
      {fault => (
        <>
          <Requests centre={centre} names={names} />
          <SelectField
            label={t('requests.milestone')}
            value={milestone}
            options={undone.map(id => ({ value: id, label: `${names.milestone(id)} · ${centre.milestones[id].due}` }))}
            onChange={setMilestone}
            fault={fault('milestone')}
          />
          <DayField label={t('requests.newDue')} value={newDue} onChange={setNewDue} required fault={fault('newDue')} />
          <SelectField
            label={t('requests.category')}
            value={category}
            options={DELAY_CATEGORIES.map(id => ({ value: id, label: t(`centres:category.${id}`) }))}
            onChange={setCategory}
            fault={fault('category')}
          />
          <TextField
            label={t('requests.evidence')}
            value={evidence}
            onChange={setEvidence}
            required
            fault={fault('evidence')}
          />
        </>
      )}
    </RequestForm>
  )
}
