import { useTranslation } from 'react-i18next'
import { Button } from '../form/button.tsx'
import type { CellMark } from './sheet-column.ts'
import classes from './sheet-grid.module.css'

interface CellNoteProps {
  id: string
  mark: CellMark | undefined
  skipped: number
}

/** What is to be said of the active cell, and what may be done about it. */
export function CellNote({ id, mark, skipped }: CellNoteProps) {
  const { t } = useTranslation('sheet')
  return (
    <div className={classes.note} data-mark={mark?.kind}>
      <span id={id} role="status">
        {mark?.text ?? (skipped > 0 ? t('skipped', { n: skipped }) : '')}
      </span>
      {mark?.actions?.map(({ label, run }, index) => (
        <Button key={label} look="link" onClick={run} title={index === 0 ? t('answerKey') : undefined}>
          {label}
        </Button>
      ))}
      {!mark && skipped === 0 && <span className={classes.keys}>{t('keys')}</span>}
    </div>
  )
}
