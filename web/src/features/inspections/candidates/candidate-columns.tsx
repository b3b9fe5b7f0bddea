import { type Candidate, RISK_PARTS } from '@lvliang/shared/inspections/candidate.schema'
import type { TFunction } from 'i18next'
import { CentreLink } from '../../../components/centre-link.tsx'
import { classNames } from '../../../components/class-names.ts'
import type { Column } from '../../../components/data-table/column.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { Doubts, Issues, Planned, Quarter, SinceVisit, Village } from './candidate-cells.tsx'
import { markOf } from './candidate-mark.ts'
import { COLUMN_SORTS } from './candidate-sort.ts'
import classes from './candidate-table.module.css'
import { PickBox } from './pick-box.tsx'
import type { Picking } from './picking.ts'
import { RiskBar } from './risk-bar.tsx'
import type { RiskWeights } from './risk-words.ts'

export interface CandidateColumnsInput {
  t: TFunction<'inspections'>
  county: (code: string) => string
  weights: RiskWeights
  /** Visits to one centre a quarter beyond which it warns. */
  cap: number
  today: string
  /** The parts as columns of numbers instead of a bar. */
  numbers: boolean
  /** Null: nothing is picked here. */
  picking: Picking | null
}

type Made = Partial<Column<Candidate>> & Pick<Column<Candidate>, 'header' | 'value'>
const column = (id: string, rest: Made): Column<Candidate> => ({ id, sortable: id in COLUMN_SORTS, ...rest })

/** The box that picks a row; the one in the head picks all of them. */
export function pickColumn(t: TFunction<'inspections'>, picking: Picking): Column<Candidate> {
  return column('pick', {
    header: t('candidates.column.pick'),
    className: classes.pick,
    head: (
      <PickBox
        label={t('candidates.pick.all')}
        title={t('candidates.pick.all')}
        checked={picking.share === 'all'}
        partly={picking.share === 'some'}
        onPick={picking.onAll}
      />
    ),
    value: ({ code }) => (picking.picked.has(code) ? 1 : 0),
    cell: (candidate, main) => (
      <PickBox
        label={t('candidates.pick.one', { name: candidate.name })}
        checked={picking.picked.has(candidate.code)}
        disabled={candidate.recused}
        title={candidate.recused ? t('candidates.recusedFull') : undefined}
        main={main}
        onPick={asRange => picking.onPick(candidate.code, asRange)}
      />
    ),
  })
}

function riskColumns({ t, weights, numbers }: CandidateColumnsInput): Column<Candidate>[] {
  const total = column('risk', {
    header: t('candidates.column.risk'),
    numeric: true,
    descendingFirst: true,
    className: classes.risk,
    value: ({ risk }) => risk.total,
  })
  if (!numbers) {
    const bar = column('parts', {
      header: t('candidates.column.parts'),
      className: classes.parts,
      value: ({ risk }) => risk.total,
      cell: ({ risk }, main) => <RiskBar t={t} risk={risk} weights={weights} tabIndex={main.tabIndex} />,
    })
    return [total, bar]
  }
  const parts = RISK_PARTS.map(part =>
    column(`part-${part}`, {
      header: t(`candidates.partShort.${part}`),
      title: t('candidates.partSays', { name: t(`candidates.part.${part}`), n: '', of: weights[part] }),
      numeric: true,
      value: ({ risk }) => risk.parts[part],
    }),
  )
  return [total, ...parts]
}

/** The list's columns from left to right. */
export function candidateColumns(input: CandidateColumnsInput): Column<Candidate>[] {
  const { t, county, cap, today, numbers, picking } = input
  return [
    ...(picking ? [pickColumn(t, picking)] : []),
    column('code', {
      header: t('candidates.column.code'),
      rowHeader: true,
      value: ({ code }) => code,
      cell: ({ code }, main) => (
        <CentreLink code={code} main={picking ? { tabIndex: main.tabIndex } : main}>
          {code}
        </CentreLink>
      ),
    }),
    column('village', {
      header: t('candidates.column.village'),
      className: classNames(classes.village, numbers && classes.narrowVillage),
      value: ({ name }) => name,
      cell: candidate => <Village t={t} candidate={candidate} brief={numbers} />,
    }),
    column('county', { header: t('candidates.column.county'), value: each => county(each.county) }),
    ...riskColumns(input),
    column('days', {
      header: t('candidates.column.days'),
      title: t('candidates.column.daysFull'),
      numeric: true,
      descendingFirst: true,
      value: ({ daysSinceVisit }) => daysSinceVisit,
      cell: candidate => <SinceVisit t={t} candidate={candidate} />,
    }),
    column('issues', {
      header: t('candidates.column.issues'),
      title: t('candidates.column.issuesFull'),
      className: classes.issues,
      descendingFirst: true,
      value: ({ issueCounts }) => issueCounts.open,
      cell: candidate => <Issues t={t} candidate={candidate} />,
    }),
    column('light', {
      header: t('candidates.column.light'),
      value: ({ light }) => light,
      cell: candidate => <StatusLabel {...markOf(candidate)} />,
    }),
    column('doubts', {
      header: t('candidates.column.doubts'),
      title: t('candidates.column.doubtsFull'),
      value: ({ unverifiedStages }) => unverifiedStages,
      cell: candidate => <Doubts t={t} candidate={candidate} />,
    }),
    column('quarter', {
      header: t('candidates.column.quarter'),
      title: t('candidates.column.quarterFull', { cap }),
      numeric: true,
      descendingFirst: true,
      value: ({ visitsThisQuarter }) => visitsThisQuarter,
      cell: candidate => <Quarter t={t} candidate={candidate} cap={cap} />,
    }),
    column('planned', {
      header: t('candidates.column.planned'),
      numeric: true,
      value: ({ plannedOn }) => plannedOn,
      cell: candidate => <Planned t={t} candidate={candidate} today={today} />,
    }),
  ]
}
