import { classNames } from '../class-names.ts'
import type { SheetColumn } from './sheet-column.ts'
import classes from './sheet-grid.module.css'

interface HeadGroup {
  id: string
  name: string | undefined
  span: number
}

/** Neighbouring columns of one group, each group once. */
export function groupsOf(columns: readonly Pick<SheetColumn<never>, 'id' | 'group'>[]): HeadGroup[] {
  const groups: HeadGroup[] = []
  for (const { id, group } of columns) {
    const last = groups.at(-1)
    if (last && group !== undefined && last.name === group) last.span += 1
    else groups.push({ id, name: group, span: 1 })
  }
  return groups
}

interface SheetHeadProps<Row> {
  columns: readonly SheetColumn<Row>[]
  stays: readonly number[]
}

export function SheetHead<Row>({ columns, stays }: SheetHeadProps<Row>) {
  const grouped = columns.some(({ group }) => group !== undefined)
  const place = (col: number) => (stays[col] === undefined ? undefined : { left: stays[col] })
  let at = 0
  return (
    <thead>
      {grouped && (
        <tr aria-rowindex={1}>
          {groupsOf(columns).map(({ id, name, span }) => {
            const col = at
            at += span
            const Tag = name ? 'th' : 'td'
            return (
              <Tag
                key={id}
                colSpan={span}
                scope={name ? 'colgroup' : undefined}
                className={classNames(classes.group, stays[col] !== undefined && classes.stays)}
                style={place(col)}
              >
                {name}
              </Tag>
            )
          })}
        </tr>
      )}
      <tr aria-rowindex={grouped ? 2 : 1}>
        {columns.map((column, col) => (
          <th
            key={column.id}
            scope="col"
            aria-colindex={col + 1}
            title={column.title ?? column.header}
            style={place(col)}
            className={classNames(
              classes.head,
              grouped && classes.second,
              column.numeric && classes.numeric,
              stays[col] !== undefined && classes.stays,
            )}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  )
}
