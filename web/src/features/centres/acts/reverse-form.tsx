import type { Stage } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, LongField, SelectField } from '../../../components/form/fields.tsx'
import type { ActProps } from './act-context.ts'
import { CentreActForm } from './centre-act-form.tsx'
import { stagesBefore } from './stage-choice.ts'

/** Takes a centre back to an earlier stage, with a reason. */
export function ReverseForm({ centre, words, onDone, onCancel, at }: ActProps & { at: Stage | undefined }) {
  const { t } = useTranslation('acts')
  const [open] = useState(() => stagesBefore(centre))
  const [stage, setStage] = useState<Stage>(() => open.find(each => each === at) ?? open.at(-1) ?? 'proposed')
  const [date, setDate] = useState(centre.asOf)
  const [reason, setReason] = useState('')
  return (
    <CentreActForm
      centre={centre}
      words={words}
      act={() => ({ path: '/stage-reversals', body: { stage, date, reason: reason.trim() } })}
      submit={t('submit.reverse')}
      fields={['stage', 'date', 'reason']}
      onDone={() => onDone(t('done.reverse', { stage: words.stage(stage) }))}
      onCancel={onCancel}
    >
      {fault => (
        <>
          <SelectField
            label={t('reverseTo')}
            value={stage}
            options={open.toReversed().map(value => ({ value, label: words.stage(value) }))}
            onChange={setStage}
            fault={fault('stage')}
            help={t('reverseHelp')}
          />
          <DayField label={t('day')} value={date} max={centre.asOf} required onChange={setDate} fault={fault('date')} />
          <LongField
            label={t('reason')}
            value={reason}
            maxLength={200}
            required
            onChange={setReason}
            fault={fault('reason')}
          />
        </>
      )}
    </CentreActForm>
  )
}
