import type { CentreDetail, MilestoneState } from '@lvliang/shared/centres/centre.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Milestone, Plan } from '@lvliang/shared/plan/plan.schema'
import { type Stage, stageOrder } from '@lvliang/shared/plan/stage'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { ExportCsv } from '../../components/data-table/export-csv.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { dayOfWeek } from '../../format/format.ts'
import classes from './centre.module.css'
import { Section } from './section.tsx'
import type { PlanWords } from './use-plan-words.ts'

interface NodeRow extends Milestone {
  state: MilestoneState
  /** A later stage is reported, this one's day is not. */
  unstated: boolean
  /** A visit found it not reached, or on another day. */
  disputed: boolean
  /** The later stage whose verification confirms this one too. */
  coveredBy: string | null
}

/** How a node stands, in words: on time, late by so many days, or so many days to go; and whether that is disputed. */
function outcomeWords(row: NodeRow, asOf: string, t: TFunction<'centres'>): string {
  const words = plainOutcome(row, asOf, t)
  return row.state.done && row.disputed ? t('nodes.outcome.disputed', { words }) : words
}

function plainOutcome({ state, due }: NodeRow, asOf: string, t: TFunction<'centres'>): string {
  switch (state.outcome) {
    case 'onTime':
      return t('nodes.outcome.onTime')
    case 'backdated':
      return t('nodes.outcome.backdated', { n: state.backdatedDays ?? 0 })
    case 'late':
      return state.completedOn === null
        ? t('nodes.outcome.lateUnknown')
        : t('nodes.outcome.late', { n: daysBetween(state.due, state.completedOn) })
    case 'overdue':
      return t('nodes.outcome.overdue', { n: state.overdueDays })
    case 'notDue': {
      const n = daysBetween(asOf, state.due ?? due)
      return n === 0 ? t('nodes.outcome.today') : t('nodes.outcome.notDue', { n })
    }
  }
}

const isBad = ({ state, disputed }: NodeRow) => disputed || state.outcome === 'late' || state.outcome === 'overdue'

function nodeColumns(centre: CentreDetail, words: PlanWords, t: TFunction<'centres'>): Column<NodeRow>[] {
  const day = (id: 'planned' | 'forecast'): Column<NodeRow> => ({
    id,
    header: t(`nodes.${id}`),
    numeric: true,
    value: row => row.state[id],
  })
  const stated = (id: 'reported' | 'verified', absent: (row: NodeRow) => string | null): Column<NodeRow> => ({
    id,
    header: t(`nodes.${id}`),
    numeric: true,
    value: row => row.state[id] ?? absent(row),
    cell: row => row.state[id] ?? <span className={classes.secondary}>{absent(row)}</span>,
  })
  return [
    {
      id: 'node',
      header: t('nodes.node'),
      rowHeader: true,
      value: row => words.milestone(row.id),
      cell: row => (
        <>
          {words.milestone(row.id)} <span className={classes.origin}>{t(`nodes.origin.${row.origin}`)}</span>
        </>
      ),
    },
    {
      id: 'due',
      header: t('nodes.due'),
      numeric: true,
      value: row => row.state.due,
      cell: row => (
        <>
          {row.state.due} <span className={classes.weekday}>{dayOfWeek(row.state.due, words.name)}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: t('nodes.state'),
      value: row => outcomeWords(row, centre.asOf, t),
      cell: row => <span className={isBad(row) ? classes.bad : undefined}>{outcomeWords(row, centre.asOf, t)}</span>,
    },
    day('planned'),
    stated('reported', row => (row.unstated ? t('nodes.unstated') : null)),
    stated('verified', row => row.coveredBy && t('nodes.coveredBy', { stage: row.coveredBy })),
    day('forecast'),
    {
      id: 'float',
      header: t('nodes.float'),
      numeric: true,
      value: row => row.state.floatDays,
      cell: ({ state: { floatDays } }) =>
        floatDays !== null && floatDays < 0 ? <span className={classes.bad}>−{-floatDays}</span> : floatDays,
    },
  ]
}

function coveringStage({ verifiedStage }: CentreDetail, stage: Stage, words: PlanWords): string | null {
  const covers = verifiedStage !== null && stageOrder(verifiedStage) > stageOrder(stage)
  return covers ? words.stage(verifiedStage) : null
}

interface NodeTableProps {
  centre: CentreDetail
  plan: Plan
  words: PlanWords
}

export function NodeTable({ centre, plan, words }: NodeTableProps) {
  const { t } = useTranslation('centres')
  const rows = plan.milestones.map((node): NodeRow => {
    const state = centre.milestones[node.id]
    return {
      ...node,
      state,
      disputed: centre.stages.some(({ stage, disputed }) => disputed && stage === node.stage),
      unstated: state.reported === null && stageOrder(centre.stage) >= stageOrder(node.stage),
      coveredBy: coveringStage(centre, node.stage, words),
    }
  })
  const columns = nodeColumns(centre, words, t)
  return (
    <Section
      title={t('nodes.title')}
      actions={
        <ExportCsv
          className={classes.action}
          label={t('exportCsv')}
          filename={`${centre.code}-${t('nodes.file')}-${centre.asOf}.csv`}
          columns={columns}
          rows={rows}
        />
      }
    >
      <TableScroll label={t('nodes.caption')}>
        <DataTable caption={t('nodes.caption')} columns={columns} rows={rows} rowKey={row => row.id} />
      </TableScroll>
    </Section>
  )
}
