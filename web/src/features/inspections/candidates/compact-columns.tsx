import { type Candidate, RISK_PARTS } from '@lvliang/shared/inspections/candidate.schema'
import { CentreLink } from '../../../components/centre-link.tsx'
import type { Column } from '../../../components/data-table/column.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { Doubts } from './candidate-cells.tsx'
import { type CandidateColumnsInput, pickColumn } from './candidate-columns.tsx'
import { markOf } from './candidate-mark.ts'
import classes from './candidate-table.module.css'

type LineProps = CandidateColumnsInput & { candidate: Candidate }

function Parts({ t, candidate: { risk } }: LineProps) {
  return RISK_PARTS.filter(part => risk.parts[part] > 0)
    .map(part => `${t(`candidates.partShort.${part}`)} ${risk.parts[part]}`)
    .join(' · ')
}

function Since({ t, candidate, cap }: LineProps) {
  const { daysSinceVisit, issueCounts, visitsThisQuarter, plannedOn } = candidate
  return (
    <>
      {daysSinceVisit === null ? t('candidates.never') : t('candidates.daysAgo', { n: daysSinceVisit })}
      {issueCounts.open > 0 && ` · ${t('candidates.issuesSay', { n: issueCounts.open })}`}
      {issueCounts.overdue > 0 && (
        <>
          {' · '}
          <span className={classes.late}>{t('candidates.overdue', { n: issueCounts.overdue })}</span>
        </>
      )}
      {visitsThisQuarter > cap && (
        <span className={classes.warned}>
          {' · '}
          {t('candidates.quarterSays', { n: visitsThisQuarter })} {t('candidates.overCap')}
        </span>
      )}
      {plannedOn && ` · ${t('candidates.column.planned')} ${plannedOn.slice(5)}`}
    </>
  )
}

/** A phone's list: what speaks for a visit in one cell of four short lines. */
export function compactColumns(input: CandidateColumnsInput): Column<Candidate>[] {
  const { t, county, picking } = input
  return [
    ...(picking ? [pickColumn(t, picking)] : []),
    {
      id: 'candidate',
      header: t('candidates.title'),
      rowHeader: true,
      className: classes.compact,
      value: ({ code }) => code,
      cell: (candidate, main) => (
        <>
          <span className={classes.compactHead}>
            <CentreLink
              code={candidate.code}
              main={picking ? { tabIndex: main.tabIndex } : main}
              className={classes.compactName}
            >
              {candidate.name}
            </CentreLink>
            <StatusLabel {...markOf(candidate)} />
            <b className={classes.compactRisk}>
              <span className="visually-hidden">{t('candidates.column.risk')} </span>
              {candidate.risk.total}
            </b>
          </span>
          <span className={classes.compactLine}>
            {county(candidate.county)} {candidate.town}
            {candidate.recused && <span className={classes.badge}>{t('candidates.recused')}</span>}
            {(candidate.unverifiedStages > 0 || candidate.backdatedStages > 0) && ' · '}
            <Doubts t={t} candidate={candidate} />
          </span>
          <span className={classes.compactLine}>
            <Parts {...input} candidate={candidate} />
          </span>
          <span className={classes.compactLine}>
            <Since {...input} candidate={candidate} />
          </span>
        </>
      ),
    },
  ]
}
