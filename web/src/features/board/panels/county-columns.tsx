import type { CountySummary, MilestoneCount, Summary } from '@lvliang/shared/board/summary.schema'
import type { FundTotals } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import type { Column } from '../../../components/data-table/column.ts'
import { countyName, shortCountyName } from '../../../format/county-name.ts'
import { type NameKey, rate } from '../../../format/format.ts'
import classes from './county-table.module.css'
import { markCounts } from './light-counts.ts'
import { ReportingBadge } from './reporting-badge.tsx'
import { StatusBar } from './status-bar.tsx'

type Words = TFunction<'panels'>

export interface CountyColumnsInput {
  t: Words
  name: NameKey
  summary: Summary
  counties: Plan['counties']
  selected: string | null
  onSelect: (code: string | null) => void
}

type Tally = Pick<Summary, 'milestones' | 'funding' | 'byLight' | 'issueCounts'>

const nodeOf = (tally: Tally, id: MilestoneId): MilestoneCount | undefined =>
  tally.milestones.find(node => node.id === id)
const share = (tally: Tally, field: keyof FundTotals) =>
  rate(tally.funding.total[field], tally.funding.total.plannedFen)

function nameColumn({ t, name, counties, selected, onSelect }: CountyColumnsInput): Column<CountySummary> {
  const nameOf = (row: CountySummary) => countyName(counties, row.code, name)
  return {
    id: 'code',
    header: t('county.name'),
    rowHeader: true,
    value: row => row.code,
    exported: [{ header: t('county.name'), value: nameOf }],
    cell: (row, main) => (
      <button
        type="button"
        className={classes.select}
        aria-pressed={row.code === selected}
        onClick={() => onSelect(row.code === selected ? null : row.code)}
        {...main}
      >
        {shortCountyName(counties, row.code, name)}
      </button>
    ),
    total: t('total'),
  }
}

function doneColumn(input: CountyColumnsInput, id: MilestoneId, header: string): Column<CountySummary> {
  const done = (tally: Tally) => nodeOf(tally, id)?.done ?? 0
  return { id, header, numeric: true, descendingFirst: true, value: done, total: done(input.summary) }
}

function mainColumn({ t, summary }: CountyColumnsInput): Column<CountySummary> {
  const reported = (tally: Tally) => nodeOf(tally, 'mainStructure')?.done ?? 0
  const verified = (tally: Tally) => nodeOf(tally, 'mainStructure')?.verified ?? 0
  const both = (tally: Tally) => (
    <>
      {reported(tally)}
      <span className={classes.second}>/{verified(tally)}</span>
    </>
  )
  return {
    id: 'mainStructure',
    header: t('county.main'),
    title: `${t('county.mainReported')} / ${t('county.mainVerified')}`,
    numeric: true,
    descendingFirst: true,
    value: reported,
    cell: both,
    total: both(summary),
    exported: [
      { header: t('county.mainReported'), value: reported },
      { header: t('county.mainVerified'), value: verified },
    ],
  }
}

function lightColumn({ t, summary }: CountyColumnsInput, colour: 'red' | 'yellow'): Column<CountySummary> {
  const count = (tally: Tally) =>
    tally.byLight[colour] > 0 && <strong className={`status-${colour}`}>{tally.byLight[colour]}</strong>
  return {
    id: colour,
    header: t(`county.${colour}`),
    numeric: true,
    descendingFirst: true,
    value: row => row.byLight[colour],
    cell: row => count(row) || <span className={classes.second}>0</span>,
    total: count(summary) || 0,
  }
}

function issuesColumn({ t, summary }: CountyColumnsInput): Column<CountySummary> {
  const open = ({ issueCounts }: Tally) => issueCounts.open
  const overdue = ({ issueCounts }: Tally) => issueCounts.overdue
  const both = (tally: Tally) => (
    <>
      {open(tally)}
      {overdue(tally) > 0 && <span className={classes.missing}> ({overdue(tally)})</span>}
    </>
  )
  return {
    id: 'issues',
    header: t('county.issues'),
    title: t('county.issuesFull'),
    numeric: true,
    descendingFirst: true,
    value: open,
    sortBy: row => overdue(row) * 1000 + open(row),
    cell: both,
    total: both(summary),
    exported: [
      { header: t('county.issuesOpen'), value: open },
      { header: t('county.issuesOverdue'), value: overdue },
    ],
  }
}

function rateColumn({ t, summary }: CountyColumnsInput, kind: 'disbursed' | 'paid'): Column<CountySummary> {
  return {
    id: kind,
    header: t(`county.${kind}`),
    title: t(`county.${kind}Full`),
    numeric: true,
    descendingFirst: true,
    value: row => (row.funding.total.plannedFen === 0 ? null : Number(share(row, `${kind}Fen`))),
    cell: row => share(row, `${kind}Fen`),
    total: share(summary, `${kind}Fen`),
  }
}

function lightsColumn({ t, summary }: CountyColumnsInput): Column<CountySummary> {
  return {
    id: 'lights',
    header: t('county.lights'),
    sortable: false,
    className: classes.bar,
    value: row => t('county.lightsSay', markCounts(row)),
    cell: row => <StatusBar counts={markCounts(row)} />,
    total: <StatusBar counts={markCounts(summary)} />,
  }
}

/** The columns of the county table: the main ones, or all. */
export function countyColumns(input: CountyColumnsInput, all: boolean): Column<CountySummary>[] {
  const { t, summary } = input
  const extra = (column: Column<CountySummary>) => (all ? [column] : [])
  const never = t('county.never')
  return [
    nameColumn(input),
    {
      id: 'quota',
      header: t('county.quota'),
      numeric: true,
      descendingFirst: true,
      value: row => row.quota,
      total: summary.counties.reduce((sum, { quota }) => sum + quota, 0),
    },
    ...extra(doneColumn(input, 'siteSelection', t('county.sited'))),
    { ...doneColumn(input, 'groundbreaking', t('county.started')), title: t('county.startedFull') },
    mainColumn(input),
    lightsColumn(input),
    lightColumn(input, 'red'),
    ...extra(lightColumn(input, 'yellow')),
    ...extra(issuesColumn(input)),
    rateColumn(input, 'disbursed'),
    ...extra(rateColumn(input, 'paid')),
    ...extra({
      id: 'reporting',
      header: t('county.reporting'),
      value: row => row.reporting && t(`county.status.${row.reporting.status}`),
      cell: row => <ReportingBadge reporting={row.reporting} />,
    }),
    ...extra({
      id: 'latest',
      header: t('county.latest'),
      numeric: true,
      descendingFirst: true,
      value: row => row.lastEntryOn,
      cell: ({ lastEntryOn }) =>
        lastEntryOn === null ? (
          <span className={classes.second}>{never}</span>
        ) : (
          <>
            {lastEntryOn}{' '}
            <span className={classes.second}>
              {t('county.daysAgo', { n: Math.max(0, daysBetween(lastEntryOn, summary.asOf)) })}
            </span>
          </>
        ),
    }),
  ]
}
