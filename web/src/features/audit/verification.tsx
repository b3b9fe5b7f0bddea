import type { AuditVerification } from '@lvliang/shared/audit/audit.schema'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verifyAudit } from '../../api/audit.queries.ts'
import { classNames } from '../../components/class-names.ts'
import { Button } from '../../components/form/button.tsx'
import { Field } from '../../components/form/field.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import { shanghaiSecond } from '../../format/format.ts'
import { StatusMark } from '../../status/status-mark.tsx'
import { parseAnchor } from './anchor-text.ts'
import classes from './audit.module.css'

type Anchor = { seq: number; hash: string }

const grouped = (n: number) => n.toLocaleString('en')

function Result({ found, anchor }: { found: AuditVerification; anchor: Anchor | null }) {
  const { t } = useTranslation('audit')
  const { broken } = found
  if (broken) {
    return (
      <>
        <p className="status-red">
          <StatusMark shape="red" fill="solid" /> {t(`verify.broken.${broken.what}`, { seq: grouped(broken.seq) })}
        </p>
        <p>{t('verify.brokenHelp')}</p>
      </>
    )
  }
  const n = grouped(found.rows)
  const says = anchor ? t('verify.wholeWithAnchor', { n, seq: grouped(anchor.seq) }) : t('verify.whole', { n })
  return (
    <p className="status-green">
      <StatusMark shape="green" fill="solid" /> {found.rows === 0 ? t('verify.none') : says}
    </p>
  )
}

/** The chain recomputed from its first entry, with or without an anchor that was kept elsewhere. */
export function Verification() {
  const { t } = useTranslation('audit')
  const [text, setText] = useState('')
  const [isUnread, setUnread] = useState(false)
  const verify = useCommand(async (anchor: Anchor | null) => ({ anchor, found: await verifyAudit(anchor) }))
  const check = (event: FormEvent) => {
    event.preventDefault()
    const anchor = parseAnchor(text)
    setUnread(!anchor)
    if (anchor && !verify.isPending) verify.mutate(anchor)
  }
  return (
    <>
      <p className={form.help}>{t('verify.help')}</p>
      <Button className={classes.screenOnly} busy={verify.isPending} onClick={() => verify.mutate(null)}>
        {t('verify.start')}
      </Button>
      <div className={classes.result} role="status">
        {verify.isPending && <p>{t('verify.running')} …</p>}
        {verify.data && !verify.isPending && (
          <>
            <Result {...verify.data} />
            <p className={form.help}>{t('verify.at', { time: shanghaiSecond(verify.data.found.head.at) })}</p>
          </>
        )}
      </div>
      <RefusalNote error={verify.error} />
      <details className={classNames(classes.check, classes.screenOnly)}>
        <summary>{t('anchor.checkTitle')}</summary>
        <form className={form.form} onSubmit={check}>
          <Field
            label={t('anchor.checkField')}
            help={t('anchor.checkHelp')}
            fault={isUnread ? t('anchor.checkWrong') : undefined}
          >
            {control => (
              <textarea
                {...control}
                className={classes.anchorField}
                rows={3}
                maxLength={500}
                spellCheck={false}
                value={text}
                onChange={event => setText(event.target.value)}
                required
              />
            )}
          </Field>
          <div className={form.actions}>
            <Button type="submit" busy={verify.isPending}>
              {t('anchor.check')}
            </Button>
          </div>
        </form>
      </details>
    </>
  )
}
