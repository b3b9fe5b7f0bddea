import type { ProgressCurve } from '@lvliang/shared/board/summary.schema'
import { dayNumber, fromDayNumber } from '@lvliang/shared/dates/calendar-date'
import type { Milestone } from '@lvliang/shared/plan/plan.schema'
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { dayOnAxis, type NameKey } from '../../../format/format.ts'
import { axisDays, labelMiddle, labelsThatFit, nextMilestone } from './curve-marks.ts'
import { CurveTooltip } from './curve-tooltip.tsx'
import classes from './progress-curve.module.css'

interface ProgressChartProps {
  curve: ProgressCurve
  milestones: readonly Milestone[]
  name: NameKey
  width: number
  height: number
  /** Said at the top of the next node's line. */
  nextLabel: string
}

const MARGIN = { top: 20, right: 14, bottom: 0, left: 0 }
const AXIS_WIDTH = 34
const PERCENTS = [0, 25, 50, 75, 100]

function AxisTick({ x = 0, y = 0, text, strong }: { x?: number; y?: number; text: string; strong: boolean }) {
  return (
    <text x={x} y={y + 12} textAnchor="middle" className={strong ? classes.tickNow : classes.tick}>
      {text}
    </text>
  )
}

/** The next node's words, kept inside the plot whichever side of it the line stands. */
function NextLabel({ viewBox, text, width }: { viewBox?: { x?: number }; text: string; width: number }) {
  const x = viewBox?.x ?? 0
  const anchor = x > width * 0.7 ? 'end' : x < width * 0.3 ? 'start' : 'middle'
  return (
    <text x={anchor === 'end' ? x + 10 : x} y={13} textAnchor={anchor} className={classes.next}>
      {text}
    </text>
  )
}

/** The year's curve: schedule as a step, reported solid, verified dotted, a mark at each node and at the day shown. */
export default function ProgressChart({ curve, milestones, name, width, height, nextLabel }: ProgressChartProps) {
  const points = curve.points.map(point => ({ ...point, day: dayNumber(point.date) }))
  const [from, to] = [points[0]?.date ?? curve.asOf, points.at(-1)?.date ?? curve.asOf]
  const room = { from, to, width: width - AXIS_WIDTH - MARGIN.right, overhang: MARGIN.right }
  const labels = labelsThatFit(
    axisDays(milestones, curve.asOf).map(date => ({ date, text: dayOnAxis(date, name) })),
    room,
  )
  const next = nextMilestone(milestones, curve.asOf)
  const now = points.find(({ date }) => date === curve.asOf)
  const line = { dot: false, activeDot: false, isAnimationActive: false } as const

  return (
    <LineChart width={width} height={height} data={points} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--hairline)" />
      <XAxis
        dataKey="day"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={labels.map(({ date }) => dayNumber(date))}
        interval={0}
        height={24}
        tickLine={false}
        axisLine={{ stroke: 'var(--rule)' }}
        tick={({ x, y, payload }) => {
          const date = fromDayNumber(Number(payload.value))
          return (
            <AxisTick
              x={AXIS_WIDTH + labelMiddle(Number(x) - AXIS_WIDTH, dayOnAxis(date, name), room.width, room.overhang)}
              y={Number(y)}
              text={dayOnAxis(date, name)}
              strong={date === curve.asOf}
            />
          )
        }}
      />
      <YAxis domain={[0, 100]} ticks={PERCENTS} width={AXIS_WIDTH} tickLine={false} axisLine={false} tickMargin={4} />
      {milestones.map(({ id, due, origin }) => (
        <ReferenceLine
          key={id}
          x={dayNumber(due)}
          stroke={id === next?.id ? 'var(--ink)' : 'var(--rule)'}
          strokeDasharray={origin === 'plan' ? '3 3' : '1 4'}
          label={id === next?.id ? <NextLabel text={nextLabel} width={width} /> : undefined}
        />
      ))}
      <ReferenceLine x={dayNumber(curve.asOf)} stroke="var(--accent)" />
      <Tooltip content={<CurveTooltip />} cursor={{ stroke: 'var(--secondary)' }} isAnimationActive={false} />
      <Line {...line} dataKey="scheduledPercent" type="stepAfter" stroke="var(--secondary)" strokeWidth={1.25} />
      <Line
        {...line}
        dataKey="verifiedPercent"
        stroke="var(--accent)"
        strokeWidth={2}
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      <Line {...line} dataKey="reportedPercent" stroke="var(--accent)" strokeWidth={2} />
      {now?.reportedPercent != null && (
        <ReferenceDot x={now.day} y={now.reportedPercent} r={3.5} fill="var(--accent)" stroke="var(--ground)" />
      )}
    </LineChart>
  )
}
