import { type ReactNode, useContext, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { GiveOrder, type OrderAbout } from '../../../components/order-about.ts'
import classes from './strip.module.css'

interface StripCellProps {
  label: ReactNode
  kind: string
  /** The number, as an order can be given about it. */
  about: OrderAbout
  children: ReactNode
}

export function StripCell({ label, kind, about, children }: StripCellProps) {
  const { t } = useTranslation()
  const id = useId()
  const giveOrder = useContext(GiveOrder)
  return (
    <section className={classes[kind] ? `${classes.cell} ${classes[kind]}` : classes.cell}>
      <h2 id={id} className={classes.label}>
        {label}
      </h2>
      {children}
      {giveOrder && (
        <button
          id={`${id}-order`}
          type="button"
          className={classes.order}
          aria-labelledby={`${id}-order ${id}`}
          onClick={() => giveOrder(about)}
        >
          {t('giveOrder')}
        </button>
      )}
    </section>
  )
}
