import { formatWan } from '@lvliang/shared/funding/money'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MonthlyReport, ReportRow } from '@lvliang/shared/reports/report.schema'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../components/class-names.ts'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { fullDayInProse } from '../../format/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { markOf } from '../../status/centre-mark.ts'
import { StatusLabel } from '../../status/status-label.tsx'
import paper from './paper.module.css'
import classes from './report-table.module.css'
import { useNames } from './use-names.ts'

type Stage = ReportRow['stages'][number]
type Names = ReturnType<typeof useNames>

/** The day without its year where it is the report's own. */
const shortDay = (day: string, year: string) => (day.startsWith(year) ? day.slice(5) : day)

function StageCell({ stage, year, t }: { stage: Stage | undefined; year: string; t: TFunction<'reports'> }) {
  if (stage === undefined) return null
  const { reported, verified, implied } = stage
  return (
    <>
      {reported ? shortDay(reported, year) : implied && <span className={classes.gap}>{t('report.implied')}</span>}
      {verified && (
        <span className={classes.verified}>{t('report.verifiedOn', { day: shortDay(verified, year) })}</span>
      )}
    </>
  )
}

interface ColumnsInput {
  report: MonthlyReport
  plan: Plan
  names: Names
  t: TFunction<'reports'>
}

function stageColumns({ report, plan, names, t }: ColumnsInput): Column<ReportRow>[] {
  const year = report.period.slice(0, 4)
  return plan.stages.slice(1).map(({ id }) => {
    const stageOf = (row: ReportRow) => row.stages.find(({ stage }) => stage === id)
    const days = report.rows.filter(row => stageOf(row)?.reported || stageOf(row)?.implied).length
    return {
      id,
      header: names.stage(id),
      numeric: true,
      sortable: false,
      value: row => stageOf(row)?.reported ?? null,
      cell: row => <StageCell stage={stageOf(row)} year={year} t={t} />,
      total: days,
    }
  })
}

const MONEY = ['issued', 'disbursed', 'received', 'paid'] as const

function moneyColumns({ report, t }: ColumnsInput): Column<ReportRow>[] {
  return MONEY.map(kind => ({
    id: kind,
    header: t(`report.${kind}`),
    numeric: true,
    sortable: false,
    value: row => formatWan(row.funding[`${kind}Fen`]),
    total: formatWan(report.totals.funding.total[`${kind}Fen`]),
  }))
}

function columnsOf(input: ColumnsInput): Column<ReportRow>[] {
  const { report, names, t } = input
  return [
    {
      id: 'code',
      header: t('report.code'),
      rowHeader: true,
      sortable: false,
      value: row => row.code,
      total: t('report.total'),
    },
    {
      id: 'place',
      header: t('report.place'),
      className: classes.place,
      sortable: false,
      value: row => `${row.town ?? ''}${row.village ?? ''}`,
      total: t('report.totalOf', { n: report.totals.quota }),
    },
    { id: 'stage', header: t('report.progress'), sortable: false, value: row => names.stage(row.stage), total: '' },
    {
      id: 'light',
      header: t('report.light'),
      sortable: false,
      value: row => row.light.colour,
      cell: row => <StatusLabel {...markOf(row)} />,
      total: '',
    },
    ...stageColumns(input),
    ...moneyColumns(input),
  ]
}

/** The centres as they were signed: stages with their days, light, money; sums below. */
export function ReportTable({ report, plan }: { report: MonthlyReport; plan: Plan }) {
  const { t } = useTranslation('reports')
  const { name } = useLanguage()
  const names = useNames(plan)
  const caption = t('report.caption', {
    county: names.county(report.county),
    day: fullDayInProse(report.snapshotDay, name),
  })
  const { unsplitFen } = report.totals.funding
  const unsplit = MONEY.filter(kind => unsplitFen[kind] !== 0).map(
    kind => `${t(`report.${kind}`)} ${formatWan(unsplitFen[kind])}`,
  )
  return (
    <>
      <TableScroll label={caption}>
        <DataTable
          className={classNames(paper.table, classes.report)}
          caption={caption}
          columns={columnsOf({ report, plan, names, t })}
          rows={report.rows}
          rowKey={row => row.code}
        />
      </TableScroll>
      <p className={paper.note}>{t('report.legend')}</p>
      {unsplit.length > 0 && (
        <p className={paper.note}>{t('report.unsplit', { parts: unsplit.join(name === 'zh' ? '，' : ', ') })}</p>
      )}
    </>
  )
}
