import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { CountyReporting, ReportedMonth, ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { classNames } from '../../components/class-names.ts'
import type { Column } from '../../components/data-table/column.ts'
import { countyName, shortCountyName } from '../../format/county-name.ts'
import { dueDayInProse, monthName, type NameKey } from '../../format/format.ts'
import { MonthMark } from './month-mark.tsx'
import { monthInProse } from './month-words.ts'
import classes from './status-columns.module.css'

export interface StatusColumnsInput {
  t: TFunction<'reports'>
  name: NameKey
  status: ReportingStatus
  counties: Plan['counties']
  /** The county of the one who looks. */
  own: string | null
  /** The month chosen: the county's name leads to it. */
  period: string
}

function nameColumn({ t, name, counties, own, period }: StatusColumnsInput): Column<CountyReporting> {
  return {
    id: 'county',
    header: t('table.county'),
    rowHeader: true,
    value: row => row.code,
    exported: [{ header: t('table.county'), value: row => countyName(counties, row.code, name) }],
    cell: (row, main) => (
      <>
        <Link className={classes.county} to="/reports/$county/$period" params={{ county: row.code, period }} {...main}>
          {shortCountyName(counties, row.code, name)}
        </Link>
        {row.code === own && <span className={classes.own}>{t('table.own')}</span>}
      </>
    ),
  }
}

function monthColumn(input: StatusColumnsInput, month: ReportedMonth, place: number): Column<CountyReporting> {
  const { t, name, counties, status } = input
  const { period, due, over } = month
  const words = { period: monthInProse(period, name), due: dueDayInProse(due, name) }
  const newest = status.periods.findLastIndex(each => each.over)
  const order = ['missing', 'returned', 'late', 'onTime', 'notDue']
  const stateOf = (row: CountyReporting) => row.months[place]?.state ?? 'notDue'
  return {
    id: period,
    header: monthName(`${period}-01`, name),
    title: t('table.due', words),
    // Where there is little room, the newest months stand alone.
    className: classNames(classes.month, (!over || place < newest - 2) && classes.spare),
    value: row => order.indexOf(stateOf(row)),
    cell: row => {
      const standing = row.months[place]
      if (standing === undefined) return null
      if (!over) return <MonthMark standing={standing} />
      const says = {
        county: countyName(counties, row.code, name),
        period: words.period,
        // The words that stand in the cell, one by one: the name of a link holds what is seen of it.
        state: [t(`states.${standing.state}`), standing.daysLate > 0 && t('daysLate', { n: standing.daysLate })]
          .filter(Boolean)
          .join(' '),
      }
      return (
        <Link
          className={classes.cell}
          to="/reports/$county/$period"
          params={{ county: row.code, period }}
          tabIndex={-1}
          aria-label={t('table.open', says)}
        >
          <MonthMark standing={standing} />
        </Link>
      )
    },
    exported: [
      { header: `${words.period} ${t('title')}`, value: row => t(`states.${stateOf(row)}`) },
      {
        header: `${words.period} ${t('report.signedOn')}`,
        value: row => row.months[place]?.signature?.signedOn ?? null,
      },
    ],
  }
}

export function staleWords(t: TFunction<'reports'>, { staleDays }: Pick<CountyReporting, 'staleDays'>): string {
  if (staleDays === null) return t('table.never')
  return staleDays === 0 ? t('table.today') : t('table.staleSays', { n: staleDays })
}

/** Counties by months, with the day each last filed anything. */
export function statusColumns(input: StatusColumnsInput): Column<CountyReporting>[] {
  const { t, status } = input
  return [
    nameColumn(input),
    ...status.periods.map((month, place) => monthColumn(input, month, place)),
    {
      id: 'latest',
      header: t('table.latest'),
      numeric: true,
      descendingFirst: true,
      value: row => row.lastEntryOn,
      cell: row => row.lastEntryOn ?? <span className={classes.never}>{t('table.never')}</span>,
    },
    {
      id: 'stale',
      header: t('table.stale'),
      numeric: true,
      descendingFirst: true,
      value: row => row.staleDays,
      cell: row => staleWords(t, row),
    },
  ]
}
