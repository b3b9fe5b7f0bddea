import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { Column, RowMainProps } from '../../../components/data-table/column.ts'
import type { SortState } from '../../../components/data-table/sort-rows.ts'
import type { IssuesSearch } from '../../../filters/issue-search.ts'
import { DueDays } from './due-days.tsx'
import classes from './issues.module.css'
import { SeverityLabel } from './severity-label.tsx'

export interface IssueColumnsInput {
  t: TFunction<'inspections'>
  asOf: string
  countyName: (code: string) => string
}

/** Columns that sort, with the name the API has for it. */
const COLUMN_SORTS: Record<string, string> = {
  due: 'dueOn',
  found: 'foundOn',
  severity: 'severity',
  place: 'county',
}

/** The address's `sort` as a column of the table. */
export function sortOf(sort: IssuesSearch['sort']): SortState | null {
  if (!sort) return null
  const name = sort.replace(/^-/, '')
  const column = Object.keys(COLUMN_SORTS).find(id => COLUMN_SORTS[id] === name)
  return column === undefined ? null : { column, descending: sort !== name }
}

/** A column of the table as the API's `sort`; counties go by code only. */
export function sortForAddress(sort: SortState | null): IssuesSearch['sort'] {
  const name = sort && COLUMN_SORTS[sort.column]
  if (!name || (name === 'county' && sort.descending)) return undefined
  return `${sort.descending ? '-' : ''}${name}` as IssuesSearch['sort']
}

function IssueLink({ issue, main, className }: { issue: Issue; main: RowMainProps; className?: string | undefined }) {
  return (
    <Link
      from="/inspections/issues"
      to="/inspections/issues/$issue"
      params={{ issue: issue.id }}
      search={previous => previous}
      className={className}
      {...main}
    >
      {issue.number}
    </Link>
  )
}

const placeOf = ({ centre, county }: Issue, { t, countyName }: IssueColumnsInput) =>
  centre ? centre.name : t('issue.county', { county: countyName(county) })

function Place({ issue, ...input }: IssueColumnsInput & { issue: Issue }) {
  if (issue.centre === null) return placeOf(issue, input)
  return (
    <>
      <span lang="zh-CN">{issue.centre.name}</span>
      <span className={classes.second}> {input.countyName(issue.county)}</span>
    </>
  )
}

/** The columns on a desk. */
export function issueColumns(input: IssueColumnsInput): Column<Issue>[] {
  const { t, asOf } = input
  return [
    {
      id: 'number',
      header: t('issue.column.number'),
      rowHeader: true,
      sortable: false,
      value: issue => issue.number,
      cell: (issue, main) => <IssueLink issue={issue} main={main} />,
    },
    {
      id: 'severity',
      header: t('issue.column.severity'),
      descendingFirst: true,
      value: issue => issue.severity,
      cell: issue => <SeverityLabel severity={issue.severity} />,
    },
    {
      id: 'title',
      header: t('issue.column.title'),
      sortable: false,
      className: classes.title,
      value: issue => issue.title,
      cell: issue => (
        <span lang="zh-CN" title={issue.title}>
          {issue.title}
        </span>
      ),
    },
    {
      id: 'place',
      header: t('issue.column.place'),
      value: issue => placeOf(issue, input),
      cell: issue => <Place issue={issue} {...input} />,
    },
    {
      id: 'state',
      header: t('issue.column.state'),
      sortable: false,
      value: issue => t(`terms.state.${issue.state}`),
    },
    {
      id: 'due',
      header: t('issue.column.due'),
      value: issue => issue.dueOn,
      cell: issue => <DueDays issue={issue} asOf={asOf} />,
    },
    {
      id: 'found',
      header: t('issue.column.found'),
      descendingFirst: true,
      value: issue => issue.foundOn,
    },
    {
      id: 'source',
      header: t('issue.column.source'),
      sortable: false,
      value: issue => t(`terms.source.${issue.source}`),
    },
    {
      id: 'raisedBy',
      header: t('issue.column.raisedBy'),
      sortable: false,
      value: issue => issue.raisedBy,
      cell: issue => <span lang="zh-CN">{issue.raisedBy}</span>,
    },
  ]
}

/** A phone's list: everything about an issue in one cell of three short lines. */
export function issueCards(input: IssueColumnsInput): Column<Issue>[] {
  const { t, asOf } = input
  return [
    {
      id: 'issue',
      header: t('issue.column.title'),
      rowHeader: true,
      className: classes.card,
      value: issue => issue.number,
      cell: (issue, main) => (
        <>
          <span className={classes.cardHead}>
            <Link
              from="/inspections/issues"
              to="/inspections/issues/$issue"
              params={{ issue: issue.id }}
              search={previous => previous}
              className={classes.cardTitle}
              lang="zh-CN"
              {...main}
            >
              {issue.title}
            </Link>
            <SeverityLabel severity={issue.severity} />
          </span>
          <span className={classes.cardLine}>
            {t(`terms.state.${issue.state}`)} · <DueDays issue={issue} asOf={asOf} />
          </span>
          <span className={classes.cardLine}>
            {issue.number} · <Place issue={issue} {...input} /> · {t(`terms.source.${issue.source}`)}
          </span>
        </>
      ),
    },
  ]
}
