import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './time-control.module.css'
import { stepDay, type TimeSpan, UNITS, type Unit } from './time-steps.ts'
import { TimeTrack } from './time-track.tsx'
import { useChosenDay } from './use-chosen-day.ts'
import { usePlayback } from './use-playback.ts'

interface TimeControlProps {
  plan: Plan
  day: string
  onDay: (day: string) => void
  settled: boolean
  /** Told the day the next step would show, once the present one is there. */
  onAhead?: (day: string) => void
}

function spanOf(plan: Plan): { year: { first: string; last: string }; span: TimeSpan } {
  const first = `${plan.year}-01-01`
  const nodes = plan.milestones.map(milestone => milestone.due).sort()
  const last = [`${plan.year}-12-31`, plan.latestDay].sort()[0]!
  return { year: { first, last: `${plan.year}-12-31` }, span: { first, last, nodes } }
}

function Note({ plan, day, last, onDay }: Pick<TimeControlProps, 'plan' | 'day' | 'onDay'> & { last: string }) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  const today = dayInProse(plan.today, name)
  const lastDay = dayInProse(last, name)
  const note = () => {
    if (day > plan.today) return t('time.invented', { today })
    if (plan.demonstration && last > plan.today) return t('time.ahead', { date: lastDay })
    return last < `${plan.year}-12-31` && t('time.planOnly', { date: lastDay })
  }
  return (
    <p className={classes.note}>
      {day !== plan.today && (
        <button type="button" className={classes.toToday} onClick={() => onDay(plan.today)}>
          {t('time.toToday', { date: today })}
        </button>
      )}
      <span className={day > plan.today ? classes.ahead : undefined}>{note()}</span>
    </p>
  )
}

/** The one time control of the page: the year, its nodes, step, play. */
export function TimeControl({ plan, day, onDay, settled, onAhead }: TimeControlProps) {
  const { t } = useTranslation('board')
  const [unit, setUnit] = useState<Unit>('day')
  const { year, span } = useMemo(() => spanOf(plan), [plan])
  const { shown, choose } = useChosenDay(day, onDay)
  const next = stepDay(day, unit, 1, span)
  const step = useCallback(() => onDay(next), [onDay, next])
  useEffect(() => {
    if (settled && next !== day) onAhead?.(next)
  }, [settled, next, day, onAhead])
  const { playing, setPlaying } = usePlayback({ unit, settled, atEnd: day >= span.last, day, step })
  const unitName = t(`time.${unit}`)
  const play = () => {
    if (!playing && day >= span.last) onDay(span.first)
    setPlaying(!playing)
  }
  return (
    <section className={classes.control} aria-label={t('time.label')}>
      <button
        type="button"
        className={classes.play}
        aria-label={t(playing ? 'time.pause' : 'time.play')}
        onClick={play}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d={playing ? 'M3 2h4v12H3zM9 2h4v12H9z' : 'M4 2L14 8L4 14z'} fill="currentColor" />
        </svg>
      </button>
      <button
        type="button"
        className={classes.step}
        aria-label={t('time.back', { unit: unitName })}
        onClick={() => choose(stepDay(shown, unit, -1, span))}
      >
        ‹
      </button>
      <select
        className={classes.unit}
        aria-label={t('time.unit')}
        value={unit}
        onChange={event => setUnit(event.target.value as Unit)}
      >
        {UNITS.map(id => (
          <option key={id} value={id}>
            {t(`time.${id}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={classes.step}
        aria-label={t('time.forward', { unit: unitName })}
        onClick={() => choose(stepDay(shown, unit, 1, span))}
      >
        ›
      </button>
      <TimeTrack plan={plan} year={year} span={span} unit={unit} day={shown} onDay={choose} />
      <Note plan={plan} day={day} last={span.last} onDay={onDay} />
    </section>
  )
}
