import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../components/form/button.tsx'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { countyName } from '../../format/county-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from './tasks.module.css'
import { type Moved, useMoveQuota } from './use-move-quota.ts'

interface QuotaNoticeProps {
  moved: Moved
  plan: Plan
  onUndone: (moved: Moved) => void
  onClose: () => void
}

/** Says what was moved, and moves it back on request: a move like any other. */
export function QuotaNotice({ moved, plan, onUndone, onClose }: QuotaNoticeProps) {
  const { t } = useTranslation('officeTasks')
  const { name } = useLanguage()
  const [id] = useState(newId)
  const { fromCounty, toCounty, slots, reason, added, isUndo } = moved
  const undo = useMoveQuota(back => onUndone({ ...back, isUndo: true }))
  const back = {
    id,
    fromCounty: toCounty,
    toCounty: fromCounty,
    slots,
    reason: t('quota.undoReason', { reason }).slice(0, 200),
  }
  const says = {
    from: countyName(plan.counties, fromCounty, name),
    to: countyName(plan.counties, toCounty, name),
    n: slots,
    codes: added.join(' '),
  }
  return (
    <div className={classes.notice}>
      <span role="status">{isUndo ? t('quota.undone') : t('quota.done', says)}</span>
      {!isUndo && (
        <Button look="link" busy={undo.isPending} onClick={() => undo.mutate(back)}>
          {t('quota.undo')}
        </Button>
      )}
      <Button look="link" aria-label={t('quota.dismiss')} onClick={onClose}>
        <span aria-hidden="true">✕</span>
      </Button>
      <RefusalNote error={undo.error} />
    </div>
  )
}
