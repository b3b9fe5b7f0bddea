import type { MadeLink } from '@lvliang/shared/accounts/account.schema'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../components/copy-button.tsx'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { QrCode } from '../../components/qr-code.tsx'
import { shanghaiTime } from '../../format/format.ts'
import classes from './accounts.module.css'

interface OnceShownProps {
  link: MadeLink
  /** What to do with it. */
  says?: string
  words: { url: string; qr: string; once: string; done: string }
  onDone: () => void
}

/** An address that is shown this once: to be copied, or read by a camera. */
export function OnceShown({ link, says, words, onDone }: OnceShownProps) {
  const { t } = useTranslation('accounts')
  return (
    <div className={classes.once}>
      {says && <p>{says}</p>}
      <p className={form.note}>{words.once}</p>
      <Field label={words.url} help={link.expiresAt && t('link.expires', { time: shanghaiTime(link.expiresAt) })}>
        {control => (
          <textarea
            {...control}
            className={classes.url}
            value={link.url}
            rows={2}
            readOnly
            spellCheck={false}
            onFocus={event => event.target.select()}
          />
        )}
      </Field>
      <div className={form.actions}>
        <CopyButton look="primary" text={link.url} label={t('link.copy')} />
      </div>
      <QrCode text={link.url} label={words.qr} />
      <div className={form.actions}>
        <Button onClick={onDone}>{words.done}</Button>
      </div>
    </div>
  )
}
