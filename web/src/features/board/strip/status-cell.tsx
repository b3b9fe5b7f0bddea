import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { LightColour } from '@lvliang/shared/centres/centre.schema'
import { useTranslation } from 'react-i18next'
import { LIGHTS } from '../../../filters/choices.ts'
import { StatusLabel } from '../../../status/status-label.tsx'
import { Choice } from './choice.tsx'
import classes from './strip.module.css'
import { StripCell } from './strip-cell.tsx'

interface StatusCellProps {
  summary: Summary
  previous: Summary | undefined
  active: readonly LightColour[] | undefined
  onToggle: (light: LightColour) => void
}

export function StatusCell({ summary, previous, active, onToggle }: StatusCellProps) {
  const { t } = useTranslation('board')
  return (
    <StripCell
      kind="status"
      about={{ kind: 'lights', red: summary.byLight.red, yellow: summary.byLight.yellow, day: summary.asOf }}
      label={
        <>
          {t('strip.lights')} <span className={classes.due}>{t('strip.week')}</span>
        </>
      }
    >
      <div className={classes.choices}>
        {LIGHTS.map(light => (
          <Choice
            key={light}
            label={<StatusLabel shape={light} fill="solid" />}
            n={summary.byLight[light]}
            before={previous?.byLight[light]}
            pressed={active?.includes(light) ?? false}
            onToggle={() => onToggle(light)}
          />
        ))}
      </div>
    </StripCell>
  )
}
