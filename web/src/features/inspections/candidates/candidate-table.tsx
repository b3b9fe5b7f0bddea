import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import type { Column } from '../../../components/data-table/column.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import type { SortState } from '../../../components/data-table/sort-rows.ts'
import { useRowWindow } from '../../../components/data-table/use-row-window.ts'
import { setHoveredCentre } from '../../../hover/hovered-centre.ts'
import { type CandidateColumnsInput, candidateColumns } from './candidate-columns.tsx'
import classes from './candidate-table.module.css'
import { compactColumns } from './compact-columns.tsx'

interface CandidateTableProps extends CandidateColumnsInput {
  candidates: readonly Candidate[]
  placeKey: string
  sort: SortState | null
  onSort: (column: Column<Candidate>) => void
}

const ROW_HEIGHTS = { compact: 100, touch: 44, dense: 28 }
/** All there is comes at once. */
const nothingMore = () => {}

/** The candidates: dense rows on a desk, four-line rows on a phone; only those in sight are drawn. */
export function CandidateTable({ candidates, placeKey, sort, onSort, ...input }: CandidateTableProps) {
  const { t, county, weights, cap, today, numbers, picking } = input
  const scroller = useRef<HTMLDivElement>(null)
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false }) ?? false
  const columns = useMemo(
    () => (compact ? compactColumns : candidateColumns)({ t, county, weights, cap, today, numbers, picking }),
    [compact, t, county, weights, cap, today, numbers, picking],
  )
  const window = useRowWindow({
    count: candidates.length,
    rowHeight: compact ? ROW_HEIGHTS.compact : touch ? ROW_HEIGHTS.touch : ROW_HEIGHTS.dense,
    scroller,
    placeKey,
    onNearEnd: nothingMore,
  })
  return (
    <div ref={scroller} className={classes.scroller}>
      <DataTable
        caption={t('candidates.caption')}
        className={compact ? classes.compactTable : classes.table}
        columns={columns}
        rows={candidates}
        rowCount={candidates.length}
        rowKey={candidate => candidate.code}
        sort={sort}
        onSort={onSort}
        onHover={candidate => setHoveredCentre(candidate?.code ?? null)}
        window={window}
        headless={compact}
      />
    </div>
  )
}
