import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'
import { useTranslation } from 'react-i18next'
import form from '../../../../components/form/form.module.css'
import { shanghaiTime } from '../../../../format/format.ts'
import { useMoveName } from './use-move-name.ts'

/** What somebody else made of an issue while a form was open. */
export function MeanwhileNote({ now, move }: { now: IssueDetail; move: IssueMove }) {
  const { t } = useTranslation('inspections')
  const moveName = useMoveName(now)
  const last = now.moves.at(-1)
  return (
    <div className={form.note} role="alert">
      {last && (
        <p>
          {t('issue.stale.title', {
            by: last.by,
            move: moveName(last.move),
            time: shanghaiTime(last.at),
            state: t(`terms.state.${now.state}`),
          })}
        </p>
      )}
      {last?.note && <p lang="zh-CN">{t('issue.stale.note', { note: last.note })}</p>}
      <p>{t(now.may.includes(move) ? 'issue.stale.still' : 'issue.stale.closed')}</p>
    </div>
  )
}
