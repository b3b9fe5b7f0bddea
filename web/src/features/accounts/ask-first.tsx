import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import classes from './accounts.module.css'

interface AskFirstProps {
  label: string
  help: ReactNode
  /** The question put before it is done. */
  question: string
  danger?: boolean
  command: { mutate: () => void; isPending: boolean; error: Error | null }
}

/** Something that ends a right or a secret: said what it does, and asked once more. */
export function AskFirst({ label, help, question, danger, command }: AskFirstProps) {
  const { t } = useTranslation('accounts')
  const [asks, setAsks] = useState(false)
  const look = danger ? 'danger' : 'plain'
  return (
    <div className={classes.action}>
      <Button look={look} aria-expanded={asks} onClick={() => setAsks(!asks)}>
        {label}
      </Button>
      <p className={form.help}>{help}</p>
      {asks && (
        <div className={classes.question}>
          <p>{question}</p>
          <div className={form.actions}>
            <Button look={danger ? 'danger' : 'primary'} busy={command.isPending} onClick={command.mutate}>
              {t('actions.confirm')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('actions.cancel')}</Button>
          </div>
          <RefusalNote error={command.error} />
        </div>
      )}
    </div>
  )
}
