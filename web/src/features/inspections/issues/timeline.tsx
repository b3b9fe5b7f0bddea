import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { useTranslation } from 'react-i18next'
import { PhotoStrip } from '../../../components/evidence/photo-strip.tsx'
import { OwnLink } from '../../../components/own-link.tsx'
import { dueDayInProse, shanghaiTime } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './issue.module.css'
import { photosOf } from './issue-photos.ts'
import { useMoveName } from './moves/use-move-name.ts'

/** Moves whose name does not say where they lead. */
const LEADS_ELSEWHERE: readonly IssueMove[] = ['takeBack', 'reopen', 'findAgain']

type Made = IssueDetail['moves'][number]

function Step({ made, issue, photos }: { made: Made; issue: IssueDetail; photos: readonly Photo[] }) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const moveName = useMoveName(issue)
  const title = moveName(made.move)
  return (
    <li className={classes.step}>
      <p className={classes.stepHead}>
        <b>{title}</b>
        <time dateTime={made.at}>{made.on}</time>
        <span lang="zh-CN">{made.by}</span>
        {made.from !== made.to && LEADS_ELSEWHERE.includes(made.move) && (
          <span className={classes.second}>→ {t(`terms.state.${made.to}`)}</span>
        )}
        {made.dueOn && <span>{t('issue.newDue', { day: dueDayInProse(made.dueOn, name) })}</span>}
        {made.visitId && <OwnLink href={`/inspections/visits/${made.visitId}`}>{t('issue.toVisit')}</OwnLink>}
        {shanghaiTime(made.at).slice(0, 10) !== made.on && (
          <span className={classes.second}>{shanghaiTime(made.at)}</span>
        )}
      </p>
      {made.note && (
        <p className={classes.note} lang="zh-CN">
          {made.note}
        </p>
      )}
      <PhotoStrip title={title} photos={photosOf(made.photoIds, photos)} />
    </li>
  )
}

/** What became of an issue, the latest first, down to how it began. */
export function Timeline({ issue, photos }: { issue: IssueDetail; photos: readonly Photo[] }) {
  const { t } = useTranslation('inspections')
  return (
    <ol className={classes.timeline}>
      {[...issue.moves].reverse().map(made => (
        <Step key={made.id} made={made} issue={issue} photos={photos} />
      ))}
      <li className={classes.step}>
        <p className={classes.stepHead}>
          <b>{t(`issue.raised.${issue.source}`)}</b>
          <time dateTime={issue.foundOn}>{issue.foundOn}</time>
          <span lang="zh-CN">{issue.raisedBy}</span>
        </p>
      </li>
    </ol>
  )
}
