import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/form/button.tsx'
import { useInspectionsWords } from '../../../../i18n/use-inspections-words.ts'
import { useMay } from '../../../../session/use-me.ts'
import type { Place } from './place-fields.tsx'

const SpotDialog = lazy(() => import('./raise-dialog.tsx').then(module => ({ default: module.SpotDialog })))
const OrderDialog = lazy(() => import('./raise-dialog.tsx').then(module => ({ default: module.OrderDialog })))

interface RaiseProps {
  plan: Plan
  place?: Place
  name?: string
}

/** The buttons that enter a finding and give an order, for who may. */
export function NewFinding({ plan, place, name }: RaiseProps) {
  useInspectionsWords()
  const { t } = useTranslation('inspections')
  const [open, setOpen] = useState<'spot' | 'order' | null>(null)
  const may = { spot: useMay('raiseFinding'), order: useMay('giveOrder') }
  const given = { plan, place, name, onClose: () => setOpen(null) }
  return (
    <>
      {may.spot && <Button onClick={() => setOpen('spot')}>{t('issue.spot')}</Button>}
      {may.order && <Button onClick={() => setOpen('order')}>{t('issue.order')}</Button>}
      <Suspense>
        {open === 'spot' && <SpotDialog {...given} />}
        {open === 'order' && <OrderDialog {...given} />}
      </Suspense>
    </>
  )
}
