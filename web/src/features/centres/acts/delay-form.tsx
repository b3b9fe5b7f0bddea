import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { DELAY_CATEGORIES } from '@lvliang/shared/centres/record.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import fields from '../../../components/form/fields.module.css'
import { DayField, SelectField, TextField } from '../../../components/form/fields.tsx'
import { useMe } from '../../../session/use-me.ts'
import type { ActProps } from './act-context.ts'
import { CentreActForm } from './centre-act-form.tsx'
import type { CentreAct } from './use-centre-act.ts'

type DelayRequest = CentreDetail['delayRequests'][number]
type Draft = Pick<DelayRequest, 'milestone' | 'newDue' | 'category' | 'evidence'> & {
  date: string
  approver: string
  expiresOn: string
}

const FIELDS = ['milestone', 'newDue', 'category', 'evidence', 'approver', 'expiresOn', 'date']

/** Approves a later day of a node: as a county asked for it, or without having been asked. */
export function DelayForm({
  centre,
  plan,
  words,
  onDone,
  onCancel,
  request,
}: ActProps & { request: DelayRequest | undefined }) {
  const { t } = useTranslation(['acts', 'centres'])
  const me = useMe()
  const open = plan.milestones.filter(({ id }) => !centre.milestones[id].done)
  const [draft, setDraft] = useState<Draft>(() => ({
    milestone: request?.milestone ?? open[0]?.id ?? 'opening',
    newDue: request?.newDue ?? '',
    category: request?.category ?? 'weather',
    evidence: request?.evidence ?? '',
    date: centre.asOf,
    approver: me.name ?? '',
    expiresOn: request?.newDue ?? '',
  }))
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })
  const { milestone, newDue, category, evidence, date, approver, expiresOn } = draft
  const node = (value: MilestoneId) => ({ value, label: words.milestone(value) })
  const act = (): CentreAct => ({
    path: '/delays',
    body: {
      ...draft,
      evidence: evidence.trim(),
      approver: approver.trim(),
      ...(request ? { requestId: request.id } : {}),
    },
  })
  return (
    <CentreActForm
      centre={centre}
      words={words}
      act={act}
      submit={t('submit.approve')}
      fields={FIELDS}
      onDone={() => onDone(t('done.approve', { node: words.milestone(milestone), day: newDue }))}
      onCancel={onCancel}
    >
      {fault => (
        <div className={fields.pair}>
          <SelectField
            label={t('milestone')}
            value={milestone}
            options={request ? [node(request.milestone)] : open.map(({ id }) => node(id))}
            onChange={value => change({ milestone: value })}
            fault={fault('milestone')}
          />
          <DayField
            label={t('newDue')}
            value={newDue}
            required
            onChange={value => change({ newDue: value, ...(expiresOn === newDue ? { expiresOn: value } : {}) })}
            fault={fault('newDue')}
            help={t('newDueHelp', { day: centre.milestones[milestone].due })}
          />
          <SelectField
            label={t('category')}
            value={category}
            options={DELAY_CATEGORIES.map(value => ({ value, label: t(`centres:category.${value}`) }))}
            onChange={value => change({ category: value })}
            fault={fault('category')}
          />
          <TextField
            label={t('evidence')}
            value={evidence}
            required
            placeholder={t('evidencePlaceholder')}
            onChange={value => change({ evidence: value })}
            fault={fault('evidence')}
          />
          <TextField
            label={t('approver')}
            value={approver}
            required
            onChange={value => change({ approver: value })}
            fault={fault('approver')}
          />
          <DayField
            label={t('day')}
            value={date}
            max={centre.asOf}
            required
            onChange={value => change({ date: value })}
            fault={fault('date')}
          />
          <DayField
            label={t('expiresOn')}
            value={expiresOn}
            min={date}
            required
            onChange={value => change({ expiresOn: value })}
            fault={fault('expiresOn')}
            help={t('expiresHelp')}
          />
        </div>
      )}
    </CentreActForm>
  )
}
