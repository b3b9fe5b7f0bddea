import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../components/copy-button.tsx'
import { saveText } from '../../components/data-table/save-text.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { shanghaiTime } from '../../format/format.ts'
import classes from './own-account.module.css'

interface BackupCodesProps {
  username: string
  codes: readonly string[]
}

/** The codes for the day the phone is lost, to be copied, printed or kept as a file. */
export function BackupCodes({ username, codes }: BackupCodesProps) {
  const { t } = useTranslation('ownAccount')
  const [madeAt] = useState(() => shanghaiTime(new Date().toISOString()))
  const title = t('secondFactor.codesFor', { username, time: madeAt })
  const lines = codes.join('\n')
  const save = () =>
    saveText(`${t('secondFactor.codesFile')}.txt`, 'text/plain;charset=utf-8', `${title}\n\n${lines}\n`)
  return (
    <div className={classes.sheet}>
      <p className={classes.sheetTitle}>{title}</p>
      <ul className={classes.codes} aria-label={t('secondFactor.codes')}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={form.actions}>
        <CopyButton text={lines} label={t('secondFactor.copyCodes')} />
        <Button onClick={() => print()}>{t('secondFactor.printCodes')}</Button>
        <Button onClick={save}>{t('secondFactor.saveCodes')}</Button>
      </div>
    </div>
  )
}
