import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { MOVE_RULES } from '@lvliang/shared/inspections/issue-moves'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inspectorQueries } from '../../../../api/inspection.queries.ts'
import type { FaultAt } from '../../../../components/form/act-form.tsx'
import { LongField, SelectField } from '../../../../components/form/fields.tsx'
import { SEVERITIES } from '../../../../filters/issue-search.ts'
import { useMe } from '../../../../session/use-me.ts'
import { DueField } from '../raise/due-field.tsx'
import type { DueDays } from '../raise/use-due-days.ts'
import type { MoveDraft } from './move-draft.ts'

export interface MoveFieldsProps {
  move: IssueMove
  issue: IssueDetail
  plan: Plan
  days: DueDays | undefined
  draft: MoveDraft
  patch: (change: Partial<MoveDraft>) => void
  fault: FaultAt
}

const WHY: readonly IssueMove[] = ['return', 'reopen', 'extend', 'handOver', 'withdraw']

export function NoteField({ move, draft, patch, fault }: MoveFieldsProps) {
  const { t } = useTranslation('inspections')
  const isNeeded = MOVE_RULES[move].needs.includes('note')
  return (
    <LongField
      label={t(WHY.includes(move) ? 'issue.field.why' : isNeeded ? 'issue.field.note' : 'issue.field.noteOptional')}
      value={draft.note}
      required={isNeeded}
      onChange={note => patch({ note })}
      fault={fault('note')}
    />
  )
}

export function NewDueField({ issue, plan, days, draft, patch, fault }: MoveFieldsProps) {
  const { t } = useTranslation('inspections')
  const usual = days?.usual(issue.source === 'order' ? 'order' : issue.severity)
  return (
    <DueField
      label={t('issue.field.dueOn')}
      value={draft.dueOn ?? usual ?? ''}
      min={plan.today}
      days={days}
      required
      onChange={dueOn => patch({ dueOn })}
      fault={fault('dueOn')}
    />
  )
}

/** Found again it can be graver than before, never less. */
export function GraverField({ issue, draft, patch, fault }: MoveFieldsProps) {
  const { t } = useTranslation('inspections')
  const graver = SEVERITIES.slice(SEVERITIES.indexOf(issue.severity) + 1)
  if (graver.length === 0) return null
  const word = (severity: IssueDetail['severity']) => t(`terms.severity.${severity}`)
  return (
    <SelectField
      label={t('issue.field.severity')}
      value={draft.severity}
      options={[
        { value: '' as const, label: t('issue.field.severitySame', { severity: word(issue.severity) }) },
        ...graver.map(value => ({ value, label: word(value) })),
      ]}
      onChange={severity => patch({ severity })}
      fault={fault('severity')}
    />
  )
}

/** Whom an issue of a county can be passed on to: anybody who may inspect there, not who has it. */
export function NextOwnerField({ issue, draft, patch, fault }: MoveFieldsProps) {
  const { t } = useTranslation('inspections')
  const me = useMe()
  const all = useQuery(inspectorQueries.all()).data?.items ?? []
  const open = all.filter(
    ({ accountId, homeCounty }) => homeCounty !== issue.county && !(issue.mine && accountId === me.id),
  )
  return (
    <SelectField
      label={t('issue.field.to')}
      value={draft.to}
      options={[
        { value: '', label: t('issue.field.toNone') },
        ...open.map(({ accountId, name }) => ({ value: accountId, label: name })),
      ]}
      onChange={to => patch({ to })}
      fault={fault('to')}
    />
  )
}
