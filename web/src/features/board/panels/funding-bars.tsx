import type { Summary } from '@lvliang/shared/board/summary.schema'
import { formatWan } from '@lvliang/shared/funding/money'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../../components/data-table/table-scroll.tsx'
import { useLanguage } from '../../../i18n/use-language.ts'
import { FUND_COLUMNS, type FundColumn, type FundRow, fundBars, fundRows } from './fund-rows.ts'
import classes from './funding-bars.module.css'
import panelClasses from './panel.module.css'
import { Panel, type PanelQuery } from './panel.tsx'
import { TwinSwitch } from './twin-switch.tsx'
import { useFundColumns } from './use-fund-columns.ts'

interface FundingBarsPanelProps {
  query: PanelQuery<Summary>
  sources: Plan['fundingSources']
}

const amounts = (row: FundRow) =>
  Object.fromEntries(FUND_COLUMNS.map(column => [column, formatWan(row[`${column}Fen`])])) as Record<FundColumn, string>

function FundBars({ row, label, widestFen }: { row: FundRow; label: string; widestFen: number }) {
  const { t } = useTranslation('panels')
  const says = amounts(row)
  return (
    <li className={row.source === 'total' ? classes.totalRow : classes.row}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track} role="img" aria-label={t('funding.barSays', says)}>
        {fundBars(row, widestFen).map(({ column, share }) => (
          <span key={column} className={classes[column]} style={{ width: `${share * 100}%` }} />
        ))}
      </span>
      <span className={classes.figures} title={t('funding.paidOf', says)}>
        <strong>{says.paid}</strong>
        <span className={classes.of}>/{says.planned}</span>
      </span>
    </li>
  )
}

function Bars({ funding, nameOf }: { funding: Summary['funding']; nameOf: (source: FundRow['source']) => string }) {
  const { t } = useTranslation('panels')
  const rows = fundRows(funding)
  const widestSource = Math.max(...funding.bySource.map(row => row.plannedFen), 0)
  return (
    <>
      <ul className={classes.rows}>
        {rows.map(row => (
          <FundBars
            key={row.source}
            row={row}
            label={nameOf(row.source)}
            widestFen={row.source === 'total' ? row.plannedFen : widestSource}
          />
        ))}
      </ul>
      <ul className={classes.legend} aria-hidden="true">
        {FUND_COLUMNS.map(column => (
          <li key={column}>
            <span className={classes[column]} />
            {t(`funding.${column}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Unsplit({ unsplitFen }: Pick<Summary['funding'], 'unsplitFen'>) {
  const { t } = useTranslation('panels')
  const parts = (['issued', 'disbursed', 'received', 'paid'] as const)
    .filter(kind => unsplitFen[kind] !== 0)
    .map(kind => `${t(`funding.${kind}`)} ${formatWan(unsplitFen[kind])}`)
  return parts.length === 0 ? null : (
    <p className={classes.unsplit}>{t('funding.unsplitSays', { parts: parts.join(' · ') })}</p>
  )
}

export function FundingBarsPanel({ query, sources }: FundingBarsPanelProps) {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const [table, setTable] = useState(false)
  const nameOf = (source: FundRow['source']) =>
    source === 'total' ? t('total') : (sources.find(({ id }) => id === source)?.name[name] ?? source)
  const columns = useFundColumns(query.data?.funding, nameOf)
  return (
    <Panel
      title={t('funding.title')}
      asOf={query.data?.asOf}
      query={query}
      minHeight={188}
      actions={summary => (
        <>
          {table && (
            <ExportCsv
              className={panelClasses.action}
              label={t('exportCsv')}
              filename={`${t('funding.file')}-${summary.asOf}.csv`}
              columns={columns}
              rows={fundRows(summary.funding)}
            />
          )}
          <TwinSwitch table={table} onChange={setTable} />
        </>
      )}
    >
      {({ funding }) => (
        <>
          {table ? (
            <TableScroll label={t('funding.caption')}>
              <DataTable
                caption={t('funding.caption')}
                columns={columns}
                rows={funding.bySource.map((row): FundRow => row)}
                rowKey={row => row.source}
              />
            </TableScroll>
          ) : (
            <Bars funding={funding} nameOf={nameOf} />
          )}
          <Unsplit unsplitFen={funding.unsplitFen} />
        </>
      )}
    </Panel>
  )
}
