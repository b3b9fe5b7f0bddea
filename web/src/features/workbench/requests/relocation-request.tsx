import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../components/form/fields.tsx'
import classes from '../workbench.module.css'
import { RequestForm, type RequestProps } from './request-form.tsx'

/** Asks for another village, unless that waits for an answer already. */
export function RelocationRequest({ centre, today }: RequestProps) {
  const { t } = useTranslation('workbench')
  const [reason, setReason] = useState('')
  const waiting = centre.relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)
  if (centre.village === null) return null
  if (waiting) {
    return (
      <>
        <h3 className={classes.sub}>{t('requests.relocation')}</h3>
        <p>{t('requests.relocationWaits', { day: waiting.requestedOn, reason: waiting.reason })}</p>
      </>
    )
  }
  return (
    <RequestForm
      title={t('requests.relocation')}
      submit={t('requests.askRelocation')}
      centre={centre}
      path="/relocations"
      body={{ date: today, reason }}
      fields={['reason']}
      onDone={() => setReason('')}
    >
      {fault => (
        <TextField label={t('requests.reason')} value={reason} onChange={setReason} required fault={fault('reason')} />
      )}
    </RequestForm>
  )
}
