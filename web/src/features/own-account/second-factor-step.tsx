import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import form from '../../components/form/form.module.css'
import { useMe } from '../../session/use-me.ts'
import classes from './own-account.module.css'
import { useOwnAccountWords } from './own-account-words.ts'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

/** In place of every page, until one whose role needs a second factor has it. */
export function SecondFactorStep() {
  useOwnAccountWords()
  const { t } = useTranslation('ownAccount')
  const me = useMe()
  const queries = useQueryClient()
  return (
    <div className={classes.page}>
      <div className={classes.section}>
        <h1 className={classes.title}>{t('secondFactor.begin')}</h1>
        <p className={classes.help}>{t('secondFactor.help')}</p>
        <p className={form.note}>{t('secondFactor.required')}</p>
      </div>
      <div className={classes.section}>
        <SecondFactorSetUp username={me.username ?? ''} onDone={() => void queries.invalidateQueries()} />
      </div>
    </div>
  )
}
