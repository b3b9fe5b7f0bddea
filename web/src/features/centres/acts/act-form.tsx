import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { RefusalNote } from '../../../components/form/refusal-note.tsx'
import { useBodyFaults } from '../../../components/form/use-body-faults.ts'
import type { PlanWords } from '../use-plan-words.ts'
import classes from './acts.module.css'
import { MeanwhileNote } from './meanwhile-note.tsx'
import { type Act, useAct } from './use-act.ts'

export type FaultAt = (field: string) => string | undefined

interface ActFormProps {
  centre: CentreDetail
  words: PlanWords
  act: () => Act
  submit: string
  /** Fields of the body that show what is wrong with them; the rest is said above the button. */
  fields: readonly string[]
  onDone: (act: Act) => void
  onCancel: () => void
  children: (fault: FaultAt) => ReactNode
}

/** The frame of every act: its fields, what the server says to them, and the way to insist where that is open. */
export function ActForm({ centre, words, act, submit, fields, onDone, onCancel, children }: ActFormProps) {
  const { t } = useTranslation('acts')
  const { send, stale, error, isPending } = useAct(centre, onDone)
  const faults = useBodyFaults(error, fields)
  const sent = (event: FormEvent) => {
    event.preventDefault()
    const { path, body } = act()
    send(faults.isDoubtful ? { path, body: { ...body, acceptDoubts: true } } : { path, body })
  }
  return (
    <form className={classes.form} onSubmit={sent}>
      {children(faults.at)}
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
      {stale ? <MeanwhileNote before={centre} now={stale} words={words} /> : <RefusalNote error={faults.refusal} />}
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={isPending}>
          {stale ? t('submit.again') : faults.isDoubtful ? t('submit.anyway') : submit}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
