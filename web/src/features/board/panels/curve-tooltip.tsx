import type { ProgressCurve } from '@lvliang/shared/board/summary.schema'
import { useTranslation } from 'react-i18next'
import type { TooltipContentProps } from 'recharts'
import classes from './progress-curve.module.css'

type Point = ProgressCurve['points'][number]
const LINES = ['scheduled', 'reported', 'verified'] as const

export function CurveTooltip({ active, payload }: Partial<TooltipContentProps<number, string>>) {
  const { t } = useTranslation('panels')
  const point = payload?.[0]?.payload as Point | undefined
  if (!active || !point) return null
  return (
    <div className={classes.tooltip}>
      <p>{point.date}</p>
      {LINES.map(line => {
        const percent = point[`${line}Percent`]
        return (
          percent !== null && (
            <p key={line} className={classes.tooltipRow}>
              <span>{t(`curve.${line}`)}</span>
              <span>{percent.toFixed(1)}</span>
            </p>
          )
        )
      })}
    </div>
  )
}
