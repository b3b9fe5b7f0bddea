import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { signed } from '../../../format/format.ts'
import classes from './strip.module.css'

/** ± against a week ago; nothing where the week before is not known, and a quiet 0 where nothing moved. */
export const Delta = memo(function Delta({ value, text }: { value: number | undefined; text?: string }) {
  const { t } = useTranslation('board')
  if (value === undefined) return null
  const delta = text ?? (value === 0 ? '±0' : signed(value))
  return (
    <span className={value === 0 ? classes.still : classes.delta} title={t('strip.weekDelta', { delta })}>
      {delta}
    </span>
  )
})
