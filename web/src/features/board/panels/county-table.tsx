import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../../components/data-table/export-csv.tsx'
import { useTableView } from '../../../components/data-table/use-table-view.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { countyColumns } from './county-columns.tsx'
import classes from './county-table.module.css'
import panelClasses from './panel.module.css'
import { Panel, type PanelQuery } from './panel.tsx'

interface CountyTablePanelProps {
  query: PanelQuery<Summary>
  counties: Plan['counties']
  selectedCounty: string | null
  hoveredCounty: string | null
  onSelectCounty: (code: string | null) => void
  onHoverCounty: (code: string | null) => void
  /** Where the ledger of the same filter can be had as a workbook. */
  xlsxHref?: string
  /** Where the selected county leads. */
  way?: ReactNode
}

/** From this width on every column has room. */
const ALL_COLUMNS_FROM = 800

function useCountyTable(props: CountyTablePanelProps, all: boolean) {
  const { counties, selectedCounty, onSelectCounty } = props
  const summary = props.query.data
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const columns = useMemo(
    () =>
      summary === undefined
        ? []
        : countyColumns({ t, name, summary, counties, selected: selectedCounty, onSelect: onSelectCounty }, all),
    [t, name, summary, counties, selectedCounty, onSelectCounty, all],
  )
  const rows = useMemo(() => {
    if (summary === undefined) return []
    return summary.filtered ? summary.counties.filter(({ quota }) => quota > 0) : summary.counties
  }, [summary])
  return { columns, ...useTableView(columns, rows) }
}

/** The counties in the order of their codes until sorted; what they are done with divides by the quota. */
export function CountyTablePanel(props: CountyTablePanelProps) {
  const { query, selectedCounty, hoveredCounty, onSelectCounty, onHoverCounty, xlsxHref } = props
  const { t } = useTranslation('panels')
  const { ref, width } = useElementSize()
  const [expanded, setExpanded] = useState(false)
  const roomy = width >= ALL_COLUMNS_FROM
  const { columns, ...view } = useCountyTable(props, expanded || roomy)
  return (
    <Panel
      title={t('county.title')}
      asOf={query.data?.asOf}
      query={query}
      minHeight={440}
      actions={summary => (
        <>
          {props.way}
          {!roomy && (
            <button
              type="button"
              className={panelClasses.action}
              aria-pressed={expanded}
              onClick={() => setExpanded(!expanded)}
            >
              {t('county.allColumns')}
            </button>
          )}
          <ExportCsv
            className={panelClasses.action}
            label={t('exportCsv')}
            filename={`${t('county.file')}-${summary.asOf}.csv`}
            columns={columns}
            rows={view.rows}
          />
          {xlsxHref && (
            <a className={panelClasses.action} href={xlsxHref} download>
              {t('exportXlsx')}
            </a>
          )}
        </>
      )}
    >
      {() => (
        <div ref={ref}>
          <div className={panelClasses.scroll}>
            <DataTable
              caption={t('county.caption')}
              columns={columns}
              rowKey={row => row.code}
              selectedKey={selectedCounty}
              hoveredKey={hoveredCounty}
              onHover={row => onHoverCounty(row?.code ?? null)}
              onOpen={row => onSelectCounty(row.code === selectedCounty ? null : row.code)}
              {...view}
            />
          </div>
          {view.rows.length === 0 && <p className={panelClasses.state}>{t('empty')}</p>}
          <p className={classes.note}>{t('county.denominators')}</p>
        </div>
      )}
    </Panel>
  )
}
