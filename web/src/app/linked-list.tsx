import { useMediaQuery } from '@mantine/hooks'
import { type FocusEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../components/data-table/data-table.tsx'
import { useRowWindow } from '../components/data-table/use-row-window.ts'
import { useTableView } from '../components/data-table/use-table-view.ts'
import type { CentreListProps } from '../features/board/board.page.tsx'
import { centreColumns } from '../features/centres/centre-columns.tsx'
import tableClasses from '../features/centres/centre-table.module.css'
import { compactColumns } from '../features/centres/compact-columns.tsx'
import { usePlanWords } from '../features/centres/use-plan-words.ts'
import { useHovered } from '../hover/hover-store.ts'
import { centreHover } from '../hover/hovered-centre.ts'
import classes from './linked-list.module.css'

const ROW_HEIGHTS = { compact: 84, touch: 44, dense: 28 }
/** What stands elsewhere on the board, or only on the list's own page. */
const LEFT_OUT = new Set(['updated'])
const IMMEDIATELY = { getInitialValueInEffect: false }
const nothing = () => {}

/** The table twin of the map: the same centres, the same hover and selection. */
export function LinkedList({ plan, asOf, centres, selected, onSelect }: CentreListProps) {
  const { t } = useTranslation('centres')
  const words = usePlanWords(plan)
  const scroller = useRef<HTMLDivElement>(null)
  const compact = useMediaQuery('(max-width: 760px)', false, IMMEDIATELY) ?? false
  const touch = useMediaQuery('(pointer: coarse)', false, IMMEDIATELY) ?? false
  const hovered = useHovered(centreHover)
  const columns = useMemo(
    () =>
      (compact ? compactColumns : centreColumns)({ t, plan, words, asOf }).filter(column => !LEFT_OUT.has(column.id)),
    [compact, t, plan, words, asOf],
  )
  const { rows, sort, onSort } = useTableView(columns, centres)
  const window = useRowWindow({
    count: rows.length,
    rowHeight: compact ? ROW_HEIGHTS.compact : touch ? ROW_HEIGHTS.touch : ROW_HEIGHTS.dense,
    scroller,
    placeKey: 'board',
    onNearEnd: nothing,
  })

  const place = selected === undefined ? -1 : rows.findIndex(row => row.code === selected)
  const { scrollTo } = window
  useEffect(() => {
    if (place >= 0) scrollTo(place)
  }, [place])

  const follow = (event: FocusEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-index]')
    centreHover.set(row ? (rows[Number(row.dataset.index)]?.code ?? null) : null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the focus of the links inside
    <div ref={scroller} className={classes.scroller} onFocus={follow} onBlur={() => centreHover.set(null)}>
      <DataTable
        caption={t('list.caption')}
        className={compact ? tableClasses.compactTable : tableClasses.table}
        columns={columns}
        rows={rows}
        rowCount={rows.length}
        rowKey={centre => centre.code}
        sort={sort}
        onSort={onSort}
        selectedKey={selected ?? null}
        hoveredKey={hovered}
        onHover={centre => centreHover.set(centre?.code ?? null)}
        onOpen={centre => onSelect(centre.code === selected ? undefined : centre.code)}
        window={window}
        headless={compact}
      />
    </div>
  )
}
