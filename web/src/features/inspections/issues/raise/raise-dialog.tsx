import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../../../components/dialog/form-dialog.tsx'
import form from '../../../../components/form/form.module.css'
import { useInspectionsWords } from '../../../../i18n/use-inspections-words.ts'
import { OrderForm, type OrderFormProps } from './order-form.tsx'
import type { Place } from './place-fields.tsx'
import { Raised } from './raised.tsx'
import { SpotForm } from './spot-form.tsx'

interface SpotDialogProps {
  plan: Plan
  place?: Place
  /** The place in words, where it is said already. */
  name?: string
  onClose: () => void
}

/** Enters what was seen outside a visit, one after the other. */
export function SpotDialog({ plan, place, name, onClose }: SpotDialogProps) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const [done, setDone] = useState<IssueDetail | null>(null)
  const title = t('issue.spotTitle')
  return (
    <FormDialog title={name ? `${title} · ${name}` : title} onClose={onClose}>
      {done ? (
        <Raised issue={done} onMore={() => setDone(null)} onClose={onClose} />
      ) : (
        <SpotForm plan={plan} place={place} onDone={setDone} onCancel={onClose} />
      )}
    </FormDialog>
  )
}

interface OrderDialogProps extends Pick<OrderFormProps, 'plan' | 'county'> {
  place?: Place
  name?: string
  about?: OrderFormProps['about']
  onClose: () => void
}

/** Gives an order about a centre, a county or a number. */
export function OrderDialog({ plan, place, name, county, about, onClose }: OrderDialogProps) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const [done, setDone] = useState<IssueDetail | null>(null)
  const title = t('issue.orderTitle')
  const order: ComponentProps<typeof OrderForm> = { plan, place, county, about, onDone: setDone, onCancel: onClose }
  return (
    <FormDialog title={name ? `${title} · ${name}` : title} onClose={onClose}>
      {done ? (
        <Raised issue={done} onMore={null} onClose={onClose} />
      ) : (
        <>
          {about && <p className={form.note}>{about.label}</p>}
          <OrderForm {...order} />
        </>
      )}
    </FormDialog>
  )
}
