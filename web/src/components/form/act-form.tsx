import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './act-form.module.css'
import { Button } from './button.tsx'
import form from './form.module.css'
import { RefusalNote } from './refusal-note.tsx'
import type { ActState } from './use-act.ts'
import { useActFormWords } from './use-act-form-words.ts'
import { useBodyFaults } from './use-body-faults.ts'
import { useHold } from './use-hold.ts'

export type FaultAt = (field: string) => string | undefined

interface ActFormProps<Content, Thing> {
  act: ActState<Content, Thing>
  /** What is to be sent, `acceptDoubts` where one insists; null: there is something to put right first. */
  content: (acceptDoubts: boolean) => Content | null
  submit: string
  submitLook?: 'plain' | 'primary' | 'danger'
  /** Fields of the body that show what is wrong with them; the rest is said above the button. */
  fields?: readonly string[]
  /** Photos that go with it: sending waits for them. */
  photos?: { isSending: boolean; isBroken: boolean }
  /** What changed meanwhile. */
  meanwhile?: (now: Thing) => ReactNode
  /** Said beside the button once it is done. */
  done?: string
  label?: string
  onCancel?: () => void
  children: ReactNode | ((fault: FaultAt) => ReactNode)
}

/** Sends a form, or, while photos are on their way, as the last of them has arrived. */
function useWaiting(photos: ActFormProps<never, never>['photos'], send: () => void) {
  const [waits, setWaits] = useState(false)
  const go = () => {
    setWaits(photos?.isSending ?? false)
    if (!photos?.isSending && !photos?.isBroken) send()
  }
  useHold(waits && photos?.isSending === true)
  useEffect(() => {
    if (waits && !photos?.isSending) go()
  })
  return { waits, go }
}

const sendOnCtrlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** The frame of an act: its fields, what the server says to them, and the way to insist where that is open. */
export function ActForm<Content, Thing>(props: ActFormProps<Content, Thing>) {
  useActFormWords()
  const { t } = useTranslation('actForm')
  const { act, content, submit, submitLook = 'primary', photos, meanwhile, done, onCancel, children } = props
  const faults = useBodyFaults(act.error, props.fields ?? [])
  const { waits, go } = useWaiting(photos, () => {
    const now = content(faults.isDoubtful)
    if (now !== null) act.send(now)
  })
  const sent = (event: FormEvent) => {
    event.preventDefault()
    if (!act.isPending) go()
  }
  return (
    <form className={classes.form} aria-label={props.label} onSubmit={sent} onKeyDown={sendOnCtrlEnter}>
      {typeof children === 'function' ? children(faults.at) : children}
      {faults.others.map(each => (
        <p key={each} className={form.fault} role="alert">
          {each}
        </p>
      ))}
      {faults.isDoubtful && (
        <p className={form.note} role="alert">
          {t('doubts')}
        </p>
      )}
      {act.stale && meanwhile ? meanwhile(act.stale) : <RefusalNote error={faults.refusal} />}
      <div className={form.actions}>
        <Button type="submit" look={submitLook} busy={act.isPending || waits} title={t('keys', { submit })}>
          {act.stale ? t('again') : faults.isDoubtful ? t('anyway') : submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <span role="status">{waits ? t('waits') : photos?.isBroken ? t('broken') : act.isDone && done}</span>
      </div>
    </form>
  )
}
