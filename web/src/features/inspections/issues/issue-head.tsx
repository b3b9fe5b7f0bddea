import type { IssueDetail } from '@lvliang/shared/inspections/issue.schema'
import { useTranslation } from 'react-i18next'
import { dueWords } from './due-days.tsx'
import classes from './issue.module.css'
import { SeverityLabel } from './severity-label.tsx'

/** Which issue this is and how it stands. */
export function IssueHead({ issue, today }: { issue: IssueDetail; today: string }) {
  const { t } = useTranslation('inspections')
  const due = dueWords(issue, today, t)
  return (
    <header className={classes.head}>
      <p className={classes.number}>
        {issue.number} · {t(`terms.source.${issue.source}`)}
      </p>
      <h1 className={classes.name} lang="zh-CN">
        {issue.title}
      </h1>
      <p className={classes.standing}>
        <strong>
          <SeverityLabel severity={issue.severity} />
        </strong>
        {issue.safety && <span>{t('issue.safety')}</span>}
        <strong>{t(`terms.state.${issue.state}`)}</strong>
        {due && <span className={issue.overdueDays > 0 ? classes.late : undefined}>{due}</span>}
        {issue.mine && <span>{t('issue.mine')}</span>}
      </p>
    </header>
  )
}
