import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, TextField } from '../../../components/form/fields.tsx'
import { RequestForm, type RequestProps } from './request-form.tsx'

function ResumeForm({ centre, today }: RequestProps) {
  const { t } = useTranslation('workbench')
  const [date, setDate] = useState(today)
  return (
    <RequestForm
      title={t('requests.suspension')}
      submit={t('requests.resume')}
      centre={centre}
      path="/suspensions/end"
      body={{ date }}
      fields={['date']}
    >
      {fault => (
        <DayField label={t('requests.resumedOn')} value={date} onChange={setDate} required fault={fault('date')} />
      )}
    </RequestForm>
  )
}

function SuspendForm({ centre, today }: RequestProps) {
  const { t } = useTranslation('workbench')
  const [date, setDate] = useState(today)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  return (
    <RequestForm
      title={t('requests.suspension')}
      submit={t('requests.suspend')}
      centre={centre}
      path="/suspensions"
      body={{ date, until: until || null, reason }}
      fields={['date', 'until', 'reason']}
    >
      {fault => (
        <>
          <DayField label={t('requests.from')} value={date} onChange={setDate} required fault={fault('date')} />
          <DayField label={t('requests.until')} value={until} onChange={setUntil} fault={fault('until')} />
          <TextField
            label={t('requests.reason')}
            value={reason}
            onChange={setReason}
            required
            fault={fault('reason')}
          />
        </>
      )}
    </RequestForm>
  )
}

/** Stops the work of a centre, or lets it go on. */
export const SuspensionForm = (props: RequestProps) =>
  props.centre.overlay === 'suspended' ? <ResumeForm {...props} /> : <SuspendForm {...props} />
