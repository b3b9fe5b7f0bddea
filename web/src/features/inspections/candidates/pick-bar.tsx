import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../components/class-names.ts'
import { Button } from '../../../components/form/button.tsx'
import classes from './pick-bar.module.css'

interface PickBarProps {
  picked: ReadonlyMap<string, Candidate>
  rows: readonly Candidate[]
  onPlan: () => void
  onClear: () => void
}

/** How many are picked, and what to do with them. */
export function PickBar({ picked, rows, onPlan, onClear }: PickBarProps) {
  const { t } = useTranslation('inspections')
  const elsewhere = picked.size - rows.filter(({ code }) => picked.has(code)).length
  return (
    <div className={classNames(classes.bar, picked.size === 0 && classes.empty)}>
      <p role="status" className={classes.count}>
        {picked.size > 0 ? t('candidates.pick.count', { n: picked.size }) : t('candidates.pick.hint')}
        {elsewhere > 0 && <span className={classes.second}> {t('candidates.pick.elsewhere', { n: elsewhere })}</span>}
      </p>
      {picked.size > 0 && (
        <>
          <Button look="link" onClick={onClear}>
            {t('candidates.pick.clear')}
          </Button>
          <Button look="primary" onClick={onPlan}>
            {t('candidates.pick.plan')}
          </Button>
        </>
      )}
    </div>
  )
}
