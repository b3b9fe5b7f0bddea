import { addDays, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOnAxis, dueDayInProse, fullDayInProse } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { clampDay, dayForKey, type TimeSpan, type Unit } from './time-steps.ts'
import classes from './time-track.module.css'

interface TimeTrackProps {
  plan: Plan
  /** First and last day of the year drawn; days after `span.last` cannot be chosen. */
  year: { first: string; last: string }
  span: TimeSpan
  unit: Unit
  day: string
  onDay: (day: string) => void
}

type Year = TimeTrackProps['year']

const share = (day: string, { first, last }: Year) => (daysBetween(first, day) / daysBetween(first, last)) * 100

const NodeMarks = memo(function NodeMarks({ plan, year }: Pick<TimeTrackProps, 'plan' | 'year'>) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  return plan.milestones.map(({ id, due, origin, name: names }) => (
    <span
      key={id}
      className={classes[origin]}
      style={{ left: `${share(due, year)}%` }}
      title={t(`time.${origin}`, { node: names[name], date: dueDayInProse(due, name) })}
    >
      <i />
      <span className={classes.nodeText}>
        {dayOnAxis(due, name)} <span className={classes.nodeName}>{names[name]}</span>
      </span>
    </span>
  ))
})

/** The year as a slider: what has passed, where the nodes are, where data ends. */
export function TimeTrack({ plan, year, span, unit, day, onDay }: TimeTrackProps) {
  const { t } = useTranslation('board')
  const { name } = useLanguage()
  const track = useRef<HTMLDivElement>(null)

  const dayAt = (x: number) => {
    const box = track.current!.getBoundingClientRect()
    const days = Math.round(((x - box.left) / box.width) * daysBetween(year.first, year.last))
    return clampDay(addDays(year.first, days), span)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    onDay(dayAt(event.clientX))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onDay(dayAt(event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayForKey(event.key, day, unit, span)
    if (next === null) return
    event.preventDefault()
    onDay(next)
  }
  return (
    <div className={classes.area} onPointerDown={onPointerDown} onPointerMove={onPointerMove}>
      <div ref={track} className={classes.track}>
        <div className={classes.done} style={{ width: `${share(day, year)}%` }} />
        <div className={classes.ahead} style={{ left: `${share(plan.today, year)}%` }} />
        <NodeMarks plan={plan} year={year} />
        <span className={classes.today} style={{ left: `${share(plan.today, year)}%` }}>
          <span className="visually-hidden">{t('time.today')}</span>
        </span>
        <div
          className={classes.thumb}
          style={{ left: `${share(day, year)}%` }}
          role="slider"
          tabIndex={0}
          aria-label={t('time.slider')}
          aria-valuemin={0}
          aria-valuemax={daysBetween(span.first, span.last)}
          aria-valuenow={daysBetween(span.first, day)}
          aria-valuetext={fullDayInProse(day, name)}
          onKeyDown={onKeyDown}
        >
          <span className={classes.day}>{dayOnAxis(day, name)}</span>
        </div>
      </div>
    </div>
  )
}
