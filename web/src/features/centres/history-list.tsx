import type { CentreDetail, HistoryEntry } from '@lvliang/shared/centres/centre.schema'
import { useMediaQuery } from '@mantine/hooks'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { shanghaiTime } from '../../format/format.ts'
import classes from './centre.module.css'
import { historySentence } from './history-sentence.ts'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

const FIRST = 12

function historyColumns(t: TFunction<'centres'>, words: PlanWords): Column<HistoryEntry>[] {
  return [
    { id: 'date', header: t('history.date'), rowHeader: true, value: row => row.date },
    {
      id: 'what',
      header: t('history.what'),
      className: classes.sentence,
      value: row => historySentence(row, t, words),
    },
    {
      id: 'recorded',
      header: t('history.recorded'),
      value: row => shanghaiTime(row.recordedAt),
      cell: row => (row.origin === 'register' ? t('history.origin') : shanghaiTime(row.recordedAt)),
    },
    {
      id: 'by',
      header: t('history.by'),
      value: row => row.recordedBy,
      cell: row => <span lang="zh-CN">{row.recordedBy}</span>,
    },
  ]
}

/** For a phone: who entered it and when stands below the sentence. */
function compactColumns(t: TFunction<'centres'>, words: PlanWords): Column<HistoryEntry>[] {
  const [date, what] = historyColumns(t, words) as [Column<HistoryEntry>, Column<HistoryEntry>]
  const entered = (row: HistoryEntry) =>
    row.origin === 'register' ? t('history.origin') : shanghaiTime(row.recordedAt)
  return [
    date,
    {
      ...what,
      cell: row => (
        <>
          {historySentence(row, t, words)}
          <br />
          <span className={classes.help}>
            {entered(row)} <span lang="zh-CN">{row.recordedBy}</span>
          </span>
        </>
      ),
    },
  ]
}

/** Every record as a sentence, the latest entry first: which day it is about, when it was entered, and by whom. */
export function HistoryList({ centre, words }: { centre: CentreDetail; words: PlanWords }) {
  const { t } = useTranslation('centres')
  const [all, setAll] = useState(false)
  const { history } = centre
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const columns = historyColumns(t, words)
  return (
    <Section
      title={t('history.title')}
      actions={
        <ExportCsv
          className={classes.action}
          label={t('exportCsv')}
          filename={`${centre.code}-${t('history.file')}-${centre.asOf}.csv`}
          columns={columns}
          rows={history}
        />
      }
    >
      {history.length === 0 ? (
        <p className={classes.help}>{t('history.none')}</p>
      ) : (
        <TableScroll label={t('history.caption')}>
          <DataTable
            caption={t('history.caption')}
            className={classes.history}
            columns={compact ? compactColumns(t, words) : columns}
            rows={all ? history : history.slice(0, FIRST)}
            rowKey={row => row.id}
          />
        </TableScroll>
      )}
      {!all && history.length > FIRST && (
        <button type="button" className={classes.action} onClick={() => setAll(true)}>
          {t('history.all', { n: history.length })}
        </button>
      )}
    </Section>
  )
}
