import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../class-names.ts'
import classes from './dialog.module.css'
import { isHeldEnter } from './is-held-enter.ts'

interface DialogProps {
  title: string
  /** Along the window's edge, so that the page beside it stays in sight. */
  side?: boolean
  /** As wide as pictures and papers need. */
  wide?: boolean
  /** Something sent from it has no answer yet: it stays. */
  held?: boolean
  onClose: () => void
  children: ReactNode
}

/** A modal dialog: the browser keeps the focus inside and gives it back. A press beside it does not close it. */
export function Dialog({ title, side, wide, held, onClose, children }: DialogProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const closed = () => {
    // A browser asked twice to close it does, whatever is said.
    if (held) dialog.current?.showModal()
    else onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={classNames(classes.dialog, side && classes.side, wide && classes.wide)}
      aria-labelledby={id}
      onKeyDown={event => isHeldEnter(event) && event.preventDefault()}
      onCancel={event => held && event.preventDefault()}
      onClose={() => dialog.current?.open || closed()}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <button
          type="button"
          className={classes.close}
          aria-label={t('close')}
          aria-disabled={held || undefined}
          onClick={() => held || dialog.current?.close()}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      {children}
    </dialog>
  )
}
