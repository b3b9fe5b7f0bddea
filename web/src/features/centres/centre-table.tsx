import type { Centre } from '@lvliang/shared/centres/centre.schema'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import type { SortState } from '../../components/data-table/sort-rows.ts'
import { useRowWindow } from '../../components/data-table/use-row-window.ts'
import { centreColumns } from './centre-columns.tsx'
import classes from './centre-table.module.css'
import { compactColumns } from './compact-columns.tsx'
import { usePlanWords } from './use-plan-words.ts'

interface CentreTableProps {
  plan: Plan
  asOf: string
  /** Names the list, so that coming back to it finds the same place. */
  placeKey?: string
  centres: readonly Centre[]
  total: number
  sort: SortState | null
  onSort: (column: Column<Centre>) => void
  onOpen: (centre: Centre) => void
  onNearEnd: () => void
}

const ROW_HEIGHTS = { compact: 84, touch: 44, dense: 28 }

/** The list of centres: dense rows on a desk, three-line rows on a phone; only those in sight are drawn. */
export function CentreTable({
  plan,
  asOf,
  placeKey,
  centres,
  total,
  sort,
  onSort,
  onOpen,
  onNearEnd,
}: CentreTableProps) {
  const { t } = useTranslation('centres')
  const words = usePlanWords(plan)
  const scroller = useRef<HTMLDivElement>(null)
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false }) ?? false
  const columns = useMemo(
    () => (compact ? compactColumns : centreColumns)({ t, plan, words, asOf }),
    [compact, t, plan, words, asOf],
  )
  const window = useRowWindow({
    count: centres.length,
    rowHeight: compact ? ROW_HEIGHTS.compact : touch ? ROW_HEIGHTS.touch : ROW_HEIGHTS.dense,
    scroller,
    placeKey,
    onNearEnd,
  })
  return (
    <div ref={scroller} className={classes.scroller}>
      <DataTable
        caption={t('list.caption')}
        className={compact ? classes.compactTable : classes.table}
        columns={columns}
        rows={centres}
        rowCount={total}
        rowKey={centre => centre.code}
        sort={sort}
        onSort={onSort}
        onOpen={onOpen}
        window={window}
        headless={compact}
      />
    </div>
  )
}
