import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api/new-id.ts'
import { Dialog } from '../../components/dialog/dialog.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import { LongField, SelectField } from '../../components/form/fields.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useBodyFaults } from '../../components/form/use-body-faults.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './tasks.module.css'
import { type Moved, useMoveQuota } from './use-move-quota.ts'

interface MoveQuotaProps {
  plan: Plan
  /** The county whose quota lies idle. */
  from: string
  onMoved: (moved: Moved) => void
  onClose: () => void
}

function MoveForm({ plan, from, onMoved, onClose }: MoveQuotaProps) {
  const { t } = useTranslation('officeTasks')
  const { name } = useLanguage()
  const [draft, setDraft] = useState(() => ({
    fromCounty: from,
    toCounty: plan.counties.find(({ code }) => code !== from)?.code ?? '',
    slots: '1',
    reason: '',
  }))
  // The same content sent once more is the same act.
  const [id, setId] = useState(newId)
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch })
    setId(newId())
  }
  const move = useMoveQuota(onMoved)
  const faults = useBodyFaults(move.error, ['fromCounty', 'toCounty', 'slots', 'reason'])
  const options = plan.counties.map(county => ({
    value: county.code,
    label: t('quota.option', { county: county.name[name], n: county.quota }),
  }))
  const most = plan.counties.find(({ code }) => code === draft.fromCounty)?.quota ?? 1
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!move.isPending) move.mutate({ id, ...draft, slots: Number(draft.slots), reason: draft.reason.trim() })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={form.help}>{t('quota.help')}</p>
      <SelectField
        label={t('quota.from')}
        value={draft.fromCounty}
        options={options}
        onChange={fromCounty => change({ fromCounty })}
        fault={faults.at('fromCounty')}
      />
      <SelectField
        label={t('quota.to')}
        value={draft.toCounty}
        options={options}
        onChange={toCounty => change({ toCounty })}
        fault={faults.at('toCounty')}
      />
      <Field label={t('quota.slots')} fault={faults.at('slots')}>
        {control => (
          <input
            {...control}
            type="number"
            min={1}
            max={most}
            required
            value={draft.slots}
            onChange={event => change({ slots: event.target.value })}
          />
        )}
      </Field>
      <LongField
        label={t('quota.reason')}
        value={draft.reason}
        required
        maxLength={200}
        onChange={reason => change({ reason })}
        fault={faults.at('reason')}
      />
      {faults.others.map(each => (
        <p key={each} className={form.fault} role="alert">
          {each}
        </p>
      ))}
      <RefusalNote error={faults.refusal} />
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={move.isPending}>
          {t('quota.submit')}
        </Button>
        <Button onClick={onClose}>{t('quota.cancel')}</Button>
      </div>
    </form>
  )
}

/** Moves empty slots of one county to another. */
export function MoveQuota(props: MoveQuotaProps) {
  const { t } = useTranslation('officeTasks')
  return (
    <Dialog title={t('quota.move')} onClose={props.onClose}>
      <MoveForm {...props} />
    </Dialog>
  )
}
