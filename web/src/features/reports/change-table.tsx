import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MonthlyReport, ReportChange } from '@lvliang/shared/reports/report.schema'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { fullDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './change-table.module.css'
import { changedItem, changedValue } from './change-words.ts'
import paper from './paper.module.css'
import { useNames } from './use-names.ts'

/** 报后变动: what was entered or corrected after the signature, about the days it stands for. */
export function ChangeTable({ report, plan }: { report: MonthlyReport; plan: Plan }) {
  const { t } = useTranslation(['reports', 'centres'])
  const { name } = useLanguage()
  const names = useNames(plan)
  const { changes, signature, snapshotDay } = report
  if (signature === null) return null
  const columns: Column<ReportChange>[] = [
    { id: 'code', header: t('report.code'), value: row => row.code },
    {
      id: 'name',
      header: t('report.place'),
      rowHeader: true,
      value: row => row.name ?? t('report.countyMoney'),
    },
    { id: 'item', header: t('report.item'), value: row => changedItem(row, t, names) },
    { id: 'from', header: t('report.from'), numeric: true, value: row => changedValue(row, row.from, t) },
    { id: 'to', header: t('report.to'), numeric: true, value: row => changedValue(row, row.to, t) },
  ]
  return (
    <section className={paper.section}>
      <h2 className={paper.subtitle}>{t('report.changes')}</h2>
      {changes.length === 0 ? (
        <p className={paper.note}>{t('report.noChanges')}</p>
      ) : (
        <>
          <p className={paper.note}>{t('report.changesHelp', { day: fullDayInProse(snapshotDay, name) })}</p>
          <TableScroll label={t('report.changeCaption')}>
            <DataTable
              className={classNames(paper.table, classes.changes)}
              caption={t('report.changeCaption')}
              columns={columns}
              rows={changes}
              rowKey={row => `${row.code} ${row.kind} ${row.field}`}
            />
          </TableScroll>
        </>
      )}
    </section>
  )
}
