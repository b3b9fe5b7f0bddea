import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { shanghaiTime } from '../../../format/format.ts'
import { dropDraft, readDraft } from './draft-store.ts'
import classes from './record-sheet.module.css'
import type { VisitDraft } from './visit-draft.ts'

/** What somebody wrote by hand. */
const written = ({ notes, findings, checks }: VisitDraft): string[] =>
  [
    notes,
    ...findings.flatMap(({ title, description }) => [title, description]),
    ...Object.values(checks).map(({ note }) => note),
  ].filter(text => text.trim() !== '')

/**
 * A draft beside a record: one that was sent is that record, its answer lost on the way, and goes; another is somebody's
 * work that a colleague was quicker with, and stays until its writer has seen it.
 */
export function LeftOver({ account, visit }: { account: string; visit: string }) {
  const { t } = useTranslation('inspections')
  const [left, setLeft] = useState(() => readDraft(account, visit))
  const drop = () => {
    dropDraft(account, visit)
    setLeft(null)
  }
  useEffect(() => {
    if (left?.sent) dropDraft(account, visit)
  }, [left, account, visit])
  if (!left || left.sent) return null
  const texts = written(left.draft)
  return (
    <div className={classes.leftOver} role="status">
      <p>{t('visit.leftOver.says', { time: shanghaiTime(left.savedAt) })}</p>
      {texts.length > 0 && (
        <details>
          <summary>{t('visit.leftOver.show')}</summary>
          <ul className={form.note}>
            {texts.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <Button className={classes.tall} onClick={drop}>
        {t('visit.leftOver.drop')}
      </Button>
    </div>
  )
}
