import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { auditQueries } from '../../api/audit.queries.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import form from '../../components/form/form.module.css'
import { LoadError } from '../../components/load-error.tsx'
import { shanghaiSecond } from '../../format/format.ts'
import classes from './audit.module.css'

/** The head of the chain now, to be kept elsewhere. */
export function Anchor() {
  const { t } = useTranslation(['audit', 'common'])
  const query = useQuery(auditQueries.anchor())
  if (query.error) return <LoadError error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p className={classes.second}>{t('common:loading')}</p>
  const { seq, hash, at } = query.data
  const time = shanghaiSecond(at)
  return (
    <>
      <p className={form.help}>{t('anchor.help')}</p>
      <dl className={classes.anchor}>
        <dt>{t('anchor.seq')}</dt>
        <dd>{seq}</dd>
        <dt>{t('anchor.time')}</dt>
        <dd>{time}</dd>
        <dt>{t('anchor.hash')}</dt>
        <dd className={classes.hash}>{hash}</dd>
      </dl>
      <div className={classes.screenOnly}>
        <CopyButton text={t('anchor.text', { seq, time, hash })} label={t('anchor.copy')} />
      </div>
    </>
  )
}
