import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { VerificationClass } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import { VERIFICATIONS } from '../../../filters/choices.ts'
import { Choice } from './choice.tsx'
import classes from './strip.module.css'
import { StripCell } from './strip-cell.tsx'

interface VerificationCellProps {
  summary: Summary
  previous: Summary | undefined
  active: readonly VerificationClass[] | undefined
  unlocated: boolean
  onToggle: (value: VerificationClass) => void
  onToggleUnlocated: () => void
  withIssues: boolean
  onToggleIssues: () => void
}

/** Reported against verified, what the map cannot show, and the issues that are open. */
export function VerificationCell(props: VerificationCellProps) {
  const { summary, previous, active, unlocated, onToggle, onToggleUnlocated, withIssues, onToggleIssues } = props
  const { open, overdue } = summary.issueCounts
  const { t } = useTranslation(['common', 'board'])
  return (
    <StripCell
      kind="verification"
      about={{ kind: 'verification', n: summary.byVerification.reportedOnly, day: summary.asOf }}
      label={
        <>
          {t('board:strip.verification')} <span className={classes.due}>{t('board:strip.week')}</span>
        </>
      }
    >
      <div className={classes.choices}>
        {VERIFICATIONS.map(value => (
          <Choice
            key={value}
            label={t(`verification.${value}`)}
            n={summary.byVerification[value]}
            before={previous?.byVerification[value]}
            pressed={active?.includes(value) ?? false}
            onToggle={() => onToggle(value)}
          />
        ))}
        <Choice
          label={t('board:strip.unlocated')}
          n={summary.unlocated}
          before={previous?.unlocated}
          pressed={unlocated}
          onToggle={onToggleUnlocated}
        />
        <Choice
          label={
            <>
              {t('board:strip.issues')}{' '}
              {overdue > 0 && <span className={classes.overdue}>{t('board:strip.issuesOverdue', { n: overdue })}</span>}
            </>
          }
          n={open}
          before={previous?.issueCounts.open}
          pressed={withIssues}
          onToggle={onToggleIssues}
        />
      </div>
    </StripCell>
  )
}
