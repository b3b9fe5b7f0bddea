import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import type { TFunction } from 'i18next'
import classes from './candidate-table.module.css'

/** The words come with the cell: looked up once for the table, not in each of its hundreds of cells. */
interface CellProps {
  t: TFunction<'inspections'>
  candidate: Candidate
}

/** Without its town where there is no room for it. */
export function Village({ t, candidate: { stage, name, town, recused }, brief }: CellProps & { brief: boolean }) {
  return (
    <>
      {stage === 'proposed' ? (
        <span className={classes.second}>{t('candidates.notSited')}</span>
      ) : (
        <span lang="zh-CN">
          {name} {!brief && <span className={classes.second}>{town}</span>}
        </span>
      )}
      {recused && (
        <span className={classes.badge} title={t('candidates.recusedFull')}>
          {t('candidates.recused')}
        </span>
      )}
    </>
  )
}

export function SinceVisit({ t, candidate: { daysSinceVisit } }: CellProps) {
  return daysSinceVisit === null ? <span className={classes.second}>{t('candidates.never')}</span> : daysSinceVisit
}

/** Blank where there is none. */
export function Issues({ t, candidate: { issueCounts } }: CellProps) {
  if (issueCounts.open === 0) return null
  return (
    <>
      {issueCounts.open}
      {issueCounts.overdue > 0 && (
        <>
          {' · '}
          <span className={classes.late}>{t('candidates.overdue', { n: issueCounts.overdue })}</span>
        </>
      )}
    </>
  )
}

export function Doubts({ t, candidate: { unverifiedStages, backdatedStages } }: CellProps) {
  const words = [
    unverifiedStages > 0 && t('candidates.unverified', { n: unverifiedStages }),
    backdatedStages > 0 && t('candidates.backdated', { n: backdatedStages }),
  ]
  return words.filter(Boolean).join(' · ')
}

/** The number, and in words that it is over the cap: a plan more would be a burden. */
export function Quarter({ t, candidate: { visitsThisQuarter }, cap }: CellProps & { cap: number }) {
  if (visitsThisQuarter <= cap) return visitsThisQuarter
  return (
    <span className={classes.warned}>
      {t('candidates.overCap')} {visitsThisQuarter}
    </span>
  )
}

export function Planned({ t, candidate: { plannedOn }, today }: CellProps & { today: string }) {
  if (plannedOn === null) return null
  return (
    <>
      {plannedOn < today && <span className={classes.warned}>{t('candidates.plannedPast')} </span>}
      {plannedOn}
    </>
  )
}
