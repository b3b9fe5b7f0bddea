import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../../components/data-table/column.ts'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import type { SortState } from '../../../components/data-table/sort-rows.ts'
import { useRowWindow } from '../../../components/data-table/use-row-window.ts'
import { issueCards, issueColumns } from './issue-columns.tsx'
import classes from './issues.module.css'

interface IssueTableProps {
  asOf: string
  countyName: (code: string) => string
  /** Names the list, so that coming back to it finds the same place. */
  placeKey: string
  issues: readonly Issue[]
  total: number
  sort: SortState | null
  onSort: (column: Column<Issue>) => void
  onOpen: (issue: Issue) => void
  onNearEnd: () => void
}

const ROW_HEIGHTS = { card: 84, touch: 44, dense: 28 }

/** The list of issues: dense rows on a desk, cards of three lines on a phone; only those in sight are drawn. */
export function IssueTable(props: IssueTableProps) {
  const { asOf, countyName, issues } = props
  const { t } = useTranslation('inspections')
  const scroller = useRef<HTMLElement>(null)
  const compact = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false }) ?? false
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false }) ?? false
  const columns = useMemo(
    () => (compact ? issueCards : issueColumns)({ t, asOf, countyName }),
    [compact, t, asOf, countyName],
  )
  const window = useRowWindow({
    count: issues.length,
    rowHeight: compact ? ROW_HEIGHTS.card : touch ? ROW_HEIGHTS.touch : ROW_HEIGHTS.dense,
    scroller,
    placeKey: props.placeKey,
    onNearEnd: props.onNearEnd,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keyboard
    <section ref={scroller} className={classes.scroller} aria-label={t('issue.list.caption')} tabIndex={0}>
      <DataTable
        caption={t('issue.list.caption')}
        className={compact ? classes.cards : classes.table}
        columns={columns}
        rows={issues}
        rowCount={props.total}
        rowKey={issue => issue.id}
        sort={props.sort}
        onSort={props.onSort}
        onOpen={props.onOpen}
        window={window}
        headless={compact}
      />
    </section>
  )
}
