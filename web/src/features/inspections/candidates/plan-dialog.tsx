import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import { VISIT_KINDS, type VisitKind } from '@lvliang/shared/inspections/visit.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../../components/dialog/form-dialog.tsx'
import { Button } from '../../../components/form/button.tsx'
import { DayField, LongField, Radios } from '../../../components/form/fields.tsx'
import form from '../../../components/form/form.module.css'
import { InspectorChoice } from './inspector-choice.tsx'
import classes from './plan-dialog.module.css'
import { nextWeekday } from './plan-rules.ts'
import { PlanWarnings } from './plan-warnings.tsx'
import type { Progress, VisitPlan } from './use-plan-visits.ts'

interface PlanDialogProps {
  plan: Plan
  candidates: readonly Candidate[]
  today: string
  /** Visits to one centre a quarter beyond which it warns. */
  cap: number
  /** How far it has come, once it is on its way. */
  progress: Progress | null
  onPlan: (plan: VisitPlan) => void
  onClose: () => void
}

type Need = 'day' | 'past' | 'inspectors'

function needsOf({ plannedOn, inspectors }: VisitPlan, today: string): Need[] {
  const day: Need[] = plannedOn === '' ? ['day'] : plannedOn < today ? ['past'] : []
  return inspectors.length < 2 ? [...day, 'inspectors'] : day
}

/** Day, kind and inspectors of the visits to all that is picked. */
export function PlanDialog({ plan, candidates, today, cap, progress, onPlan, onClose }: PlanDialogProps) {
  const { t } = useTranslation('inspections')
  const [asked, setAsked] = useState<VisitPlan>({
    plannedOn: nextWeekday(today),
    kind: 'routine',
    inspectors: [],
    note: '',
  })
  const [tried, setTried] = useState(false)
  const counties = useMemo(() => new Set(candidates.map(({ county }) => county)), [candidates])
  const needs = tried ? needsOf(asked, today) : []
  const change = (patch: Partial<VisitPlan>) => setAsked(previous => ({ ...previous, ...patch }))
  const dayNeed = needs.find(need => need !== 'inspectors')
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (needsOf(asked, today).length === 0 && !progress) onPlan(asked)
  }
  return (
    <FormDialog title={t('candidates.plan.title', { n: candidates.length })} held={progress !== null} onClose={onClose}>
      <form className={classes.form} noValidate onSubmit={send}>
        <DayField
          label={t('candidates.plan.day')}
          value={asked.plannedOn}
          min={today}
          required
          fault={dayNeed && t(`candidates.plan.need.${dayNeed}`)}
          onChange={plannedOn => change({ plannedOn })}
        />
        <Radios<VisitKind>
          legend={t('candidates.plan.kind')}
          name="kind"
          value={asked.kind}
          options={VISIT_KINDS.map(value => ({ value, label: t(`terms.kind.${value}`) }))}
          onChange={kind => change({ kind })}
        />
        {asked.kind === 'unannounced' && <p className={form.note}>{t('candidates.plan.unannounced')}</p>}
        <InspectorChoice
          plan={plan}
          counties={counties}
          chosen={asked.inspectors}
          fault={needs.includes('inspectors') ? t('candidates.plan.need.inspectors') : undefined}
          onChange={inspectors => change({ inspectors })}
        />
        <LongField label={t('candidates.plan.note')} value={asked.note} onChange={note => change({ note })} />
        <PlanWarnings candidates={candidates} on={asked.plannedOn || today} today={today} cap={cap} />
        <div className={form.actions}>
          <Button type="submit" look="primary" busy={progress !== null}>
            {t('candidates.plan.submit', { n: candidates.length })}
          </Button>
          <span role="status" className={classes.progress}>
            {progress && t('candidates.plan.progress', { done: progress.done, of: progress.of })}
          </span>
        </div>
        {progress && <progress className={classes.bar} value={progress.done} max={progress.of} aria-hidden="true" />}
      </form>
    </FormDialog>
  )
}
