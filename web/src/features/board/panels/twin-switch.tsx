import { useTranslation } from 'react-i18next'
import classes from './panel.module.css'

interface TwinSwitchProps {
  table: boolean
  /** What the table is the twin of. */
  of?: 'chart' | 'list'
  onChange: (table: boolean) => void
}

/** Turns a chart into its table and back, in place. */
export function TwinSwitch({ table, of = 'chart', onChange }: TwinSwitchProps) {
  const { t } = useTranslation(['common', 'panels'])
  return (
    <button type="button" className={classes.action} onClick={() => onChange(!table)}>
      {table ? (of === 'list' ? t('panels:seeList') : t('chart')) : t('table')}
    </button>
  )
}
