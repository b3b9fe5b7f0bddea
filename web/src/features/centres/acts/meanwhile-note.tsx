import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { TableScroll } from '../../../components/data-table/table-scroll.tsx'
import form from '../../../components/form/form.module.css'
import type { PlanWords } from '../use-plan-words.ts'
import classes from './acts.module.css'
import { type Compared, type Difference, differences } from './meanwhile.ts'

interface MeanwhileNoteProps {
  before: Compared
  now: CentreSheet
  words: PlanWords
}

/** What changed between opening a dialog and sending it. */
export function MeanwhileNote({ before, now, words }: MeanwhileNoteProps) {
  const { t } = useTranslation(['acts', 'common'])
  const rows = differences(before, now, t, words)
  const columns = [
    { id: 'what', header: t('stale.what'), rowHeader: true, value: (row: Difference) => row.what },
    { id: 'before', header: t('stale.before'), value: (row: Difference) => row.before },
    { id: 'now', header: t('stale.now'), value: (row: Difference) => row.now },
  ]
  return (
    <div className={classes.stale} role="alert">
      <p className={form.label}>{t('stale.title')}</p>
      {rows.length === 0 ? (
        <p className={form.help}>{t('stale.none')}</p>
      ) : (
        <TableScroll label={t('stale.title')}>
          <DataTable caption={t('stale.title')} columns={columns} rows={rows} rowKey={row => row.what} />
        </TableScroll>
      )}
      <p className={form.help}>{t('stale.help')}</p>
    </div>
  )
}
