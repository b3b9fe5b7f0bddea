import type { Milestone } from '@lvliang/shared/plan/plan.schema'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../../components/data-table/column.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { useTableView } from '../../../components/data-table/use-table-view.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import type { CurveRow } from './curve-table.ts'
import classes from './panel.module.css'

const oneDecimal = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)

export function useCurveColumns(milestones: readonly Milestone[]): Column<CurveRow>[] {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  return useMemo(() => {
    const percents = (['scheduled', 'reported', 'verified'] as const).map(
      (line): Column<CurveRow> => ({
        id: line,
        header: t(`curve.${line}`),
        numeric: true,
        value: row => oneDecimal(row[`${line}Percent`]),
        cell: row => row[`${line}Percent`]?.toFixed(1),
      }),
    )
    const counts = (['sited', 'started', 'mainStructure'] as const).map(
      (stage): Column<CurveRow> => ({
        id: stage,
        header: t(`curve.${stage}`),
        numeric: true,
        value: row => row[stage],
      }),
    )
    const why = (row: CurveRow) => {
      if (row.why === 'asOf') return t('curve.asOfDay')
      if (row.why === 'monthEnd') return t('curve.monthEnd')
      const node = milestones.find(({ id }) => id === row.why)
      return node ? t('curve.due', { node: node.name[name] }) : null
    }
    return [
      {
        id: 'date',
        header: t('curve.date'),
        rowHeader: true,
        value: row => row.date,
      },
      ...percents,
      ...counts,
      { id: 'note', header: t('curve.note'), value: why },
    ]
  }, [t, name, milestones])
}

export function CurveTable({ columns, rows }: { columns: Column<CurveRow>[]; rows: CurveRow[] }) {
  const { t } = useTranslation('panels')
  const view = useTableView(columns, rows)
  return (
    <div className={classes.scroll}>
      <DataTable caption={t('curve.caption')} columns={columns} rowKey={row => row.date} {...view} />
    </div>
  )
}
