import type { Change, Changes } from '@lvliang/shared/board/summary.schema'
import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CentreLink } from '../../../components/centre-link.tsx'
import type { Column } from '../../../components/data-table/column.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../../components/data-table/export-csv.tsx'
import { useTableView } from '../../../components/data-table/use-table-view.ts'
import { countyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import panelClasses from './panel.module.css'

interface ChangesTableProps {
  changes: Changes
  plan: Pick<Plan, 'milestones' | 'stages' | 'counties'>
}

function useChangeColumns(plan: ChangesTableProps['plan']): Column<Change>[] {
  const { t } = useTranslation(['panels', 'common'])
  const { name } = useLanguage()
  return useMemo(() => {
    const light = (colour: string | null) => t(`common:light.${colour as LightColour}`)
    const what = ({ kind, milestone, stage, from, to }: Change) => {
      if (kind === 'lightWorse' || kind === 'lightBetter') {
        return t('changes.turned', { from: light(from), to: light(to) })
      }
      const thing = plan.milestones.find(({ id }) => id === milestone) ?? plan.stages.find(({ id }) => id === stage)
      return thing?.name[name] ?? null
    }
    return [
      { id: 'kind', header: t('changes.kind'), value: row => t(`changes.kinds.${row.kind}`) },
      {
        id: 'name',
        header: t('changes.name'),
        rowHeader: true,
        value: row => row.name,
        cell: (row, main) => (
          <CentreLink code={row.code} main={main}>
            {row.name}
          </CentreLink>
        ),
        exported: [
          { header: t('changes.code'), value: row => row.code },
          { header: t('changes.name'), value: row => row.name },
        ],
      },
      {
        id: 'county',
        header: t('changes.county'),
        value: row => row.countyCode,
        cell: row => countyName(plan.counties, row.countyCode, name),
        exported: [{ header: t('changes.county'), value: row => countyName(plan.counties, row.countyCode, name) }],
      },
      { id: 'what', header: t('changes.what'), value: what },
      { id: 'date', header: t('changes.date'), numeric: true, value: row => row.date },
    ]
  }, [t, name, plan])
}

export function ChangesTable({ changes, plan }: ChangesTableProps) {
  const { t } = useTranslation('panels')
  const columns = useChangeColumns(plan)
  const view = useTableView(columns, changes.items)
  return (
    <div className={panelClasses.scroll}>
      <DataTable
        caption={t('changes.caption')}
        columns={columns}
        rowKey={row => `${row.kind}-${row.code}-${row.milestone}`}
        {...view}
      />
    </div>
  )
}

export function ChangesTableExport({ changes, plan }: ChangesTableProps) {
  const { t } = useTranslation('panels')
  return (
    <ExportCsv
      className={panelClasses.action}
      label={t('exportCsv')}
      filename={`${t('changes.file')}-${changes.to}.csv`}
      columns={useChangeColumns(plan)}
      rows={changes.items}
    />
  )
}
