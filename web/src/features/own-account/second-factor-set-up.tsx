import type { SecondFactor } from '@lvliang/shared/accounts/account.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginSecondFactor, confirmSecondFactor } from '../../api/own-account.queries.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { QrCode } from '../../components/qr-code.tsx'
import { BackupCodes } from './backup-codes.tsx'
import classes from './own-account.module.css'
import { PasswordProof } from './password-proof.tsx'

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

function Confirmation({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const { t } = useTranslation('ownAccount')
  const [code, setCode] = useState('')
  const confirm = useCommand(confirmSecondFactor, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!confirm.isPending) confirm.mutate(code.replace(/\s/g, ''))
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Field label={t('secondFactor.code')} help={t('secondFactor.codeHelp')}>
        {control => (
          <input
            {...control}
            value={code}
            onChange={event => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            required
          />
        )}
      </Field>
      <RefusalNote error={confirm.error} />
      <div className={form.actions}>
        <Button type="submit" look="primary" busy={confirm.isPending}>
          {t('secondFactor.confirm')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('secondFactor.cancel')}</Button>}
      </div>
    </form>
  )
}

interface SecondFactorSetUpProps {
  username: string
  onDone: () => void
  /** Left out where it must be done. */
  onCancel?: () => void
}

/** Sets up a second factor: the password, then the secret and the backup codes, then a code to show that it works. */
export function SecondFactorSetUp({ username, onDone, onCancel }: SecondFactorSetUpProps) {
  const { t } = useTranslation('ownAccount')
  const [made, setMade] = useState<SecondFactor | null>(null)
  const begin = useCommand(beginSecondFactor, setMade)
  if (!made) {
    return <PasswordProof username={username} command={begin} label={t('secondFactor.next')} onCancel={onCancel} />
  }
  return (
    <div className={classes.steps}>
      <div>
        <h3>{t('secondFactor.step.scan')}</h3>
        <p className={classes.help}>{t('secondFactor.scanHelp')}</p>
        <div className={classes.scan}>
          <QrCode text={made.uri} label={t('secondFactor.qr')} />
          <div>
            <p className={form.label}>{t('secondFactor.secret')}</p>
            <code className={classes.secret}>{inFours(made.secret)}</code>
            <CopyButton look="link" text={made.secret} label={t('secondFactor.copySecret')} />
          </div>
        </div>
      </div>
      <div>
        <h3>{t('secondFactor.step.keep')}</h3>
        <p className={classes.help}>{t('secondFactor.keepHelp')}</p>
        <BackupCodes username={username} codes={made.backupCodes} />
      </div>
      <div>
        <h3>{t('secondFactor.step.confirm')}</h3>
        <Confirmation onDone={onDone} onCancel={onCancel} />
      </div>
    </div>
  )
}
