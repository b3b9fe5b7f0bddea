import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LongField, Radios } from '../../../components/form/fields.tsx'
import type { ActProps } from './act-context.ts'
import { CentreActForm } from './centre-act-form.tsx'

const DECISIONS = ['agree', 'decline'] as const
type Answer = (typeof DECISIONS)[number]

interface DecisionProps extends ActProps {
  requestId: string
  /** What the county asked for. */
  says: string
  /** The form of the consent. */
  children: ReactNode
}

/** An answer to what a county asked for: consent has a form of its own, a refusal a reason. */
export function Decision({ requestId, says, children, ...act }: DecisionProps) {
  const { t } = useTranslation('acts')
  const [answer, setAnswer] = useState<Answer>('agree')
  const [reason, setReason] = useState('')
  const { centre, words, onDone, onCancel } = act
  return (
    <>
      <p>{says}</p>
      <Radios
        legend={t('decision.legend')}
        name="decision"
        value={answer}
        options={DECISIONS.map(value => ({ value, label: t(`decision.${value}`) }))}
        onChange={setAnswer}
      />
      {/* Both stay, so that nothing typed is lost by looking at the other. */}
      <div hidden={answer !== 'agree'}>{children}</div>
      <div hidden={answer !== 'decline'}>
        <CentreActForm
          centre={centre}
          words={words}
          act={() => ({
            path: '/declined-requests',
            body: { requestId, date: centre.asOf, reason: reason.trim() },
          })}
          submit={t('submit.decline')}
          fields={['reason']}
          onDone={() => onDone(t('done.decline'))}
          onCancel={onCancel}
        >
          {fault => (
            <LongField
              label={t('reason')}
              value={reason}
              maxLength={200}
              required
              onChange={setReason}
              fault={fault('reason')}
            />
          )}
        </CentreActForm>
      </div>
    </>
  )
}
