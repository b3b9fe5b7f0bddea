import { useTranslation } from 'react-i18next'
import { Button } from '../../components/form/button.tsx'
import classes from './workbench.module.css'

interface SaveStateProps {
  counts: { saving: number; failed: number; open: number }
  saved: number
  merged: readonly string[]
  onRetry: () => void
  onNoticed: () => void
}

/** Whether everything typed is with the server. */
export function SaveState({ counts, saved, merged, onRetry, onNoticed }: SaveStateProps) {
  const { t } = useTranslation('workbench')
  const { saving, failed, open } = counts
  const isDone = saved > 0 && saving + failed + open === 0
  return (
    <div className={classes.saveState}>
      <span role="status">
        {saving > 0 && t('save.saving', { n: saving })} {failed > 0 && t('save.failed', { n: failed })}{' '}
        {open > 0 && t('save.open', { n: open })} {isDone && t('save.saved')}
      </span>
      {failed > 0 && (
        <Button look="link" onClick={onRetry}>
          {t('save.retry')}
        </Button>
      )}
      {merged.length > 0 && (
        <span role="status">
          {t('save.merged', { codes: merged.join('、') })}{' '}
          <Button look="link" onClick={onNoticed}>
            {t('save.noticed')}
          </Button>
        </span>
      )}
    </div>
  )
}
