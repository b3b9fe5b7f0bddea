import { addDays, type CalendarDate, daysBetween } from '@lvliang/shared/dates/calendar-date'
import { type ReportableStage, stageOrder } from '@lvliang/shared/plan/stage'
import type { Random } from './random.ts'

/**
 * How fast a slot is built. `swift` has its main structure before August, `steady` in August or September,
 * `late` starts after May, `lagging` has no foundation before August (`laggingLate` starts late as well),
 * `stopped` stands still in summer, `moved` changes its village, `idle` has not started by the end of July.
 */
export type Pace = 'swift' | 'steady' | 'late' | 'lagging' | 'laggingLate' | 'stopped' | 'moved' | 'idle'

/** Reported day per stage; a stage left out is never reported with a day of its own. */
export type StageDays = Partial<Record<ReportableStage, CalendarDate>>

/** A stage falls between two days of the year, or so many days after the stage before it. */
type Window = [CalendarDate, CalendarDate] | [number, number]
type Course = Record<Exclude<ReportableStage, 'sited' | 'approved'>, Window>

const FINISH = { fitOut: [30, 44], accepted: [24, 36], operating: [16, 32] } satisfies Partial<Course>
const BY_HAND: Course = { started: [60, 75], foundation: [26, 36], mainStructure: [42, 52], ...FINISH }

const COURSES: Record<Pace, Course> = {
  swift: {
    started: ['2018-04-08', '2018-04-28'],
    foundation: [24, 34],
    mainStructure: [30, 44],
    fitOut: [25, 45],
    accepted: [18, 35],
    operating: [12, 30],
  },
  steady: {
    started: ['2018-05-03', '2018-05-28'],
    foundation: ['2018-06-18', '2018-07-14'],
    mainStructure: ['2018-08-03', '2018-09-24'],
    fitOut: [26, 42],
    accepted: [20, 32],
    operating: [16, 34],
  },
  late: {
    started: ['2018-06-02', '2018-06-12'],
    foundation: ['2018-07-16', '2018-07-27'],
    mainStructure: ['2018-09-08', '2018-10-02'],
    fitOut: [28, 42],
    accepted: [20, 32],
    operating: [14, 30],
  },
  lagging: {
    started: ['2018-05-20', '2018-05-31'],
    foundation: ['2018-08-02', '2018-08-27'],
    mainStructure: ['2018-09-16', '2018-10-06'],
    ...FINISH,
  },
  laggingLate: {
    started: ['2018-06-05', '2018-06-26'],
    foundation: ['2018-08-06', '2018-08-29'],
    mainStructure: ['2018-09-22', '2018-10-14'],
    ...FINISH,
  },
  stopped: BY_HAND,
  moved: BY_HAND,
  idle: BY_HAND,
}

function drawDay(window: Window, before: CalendarDate, random: Random): CalendarDate {
  const [from, to] = window
  if (typeof from === 'number' || typeof to === 'number') return addDays(before, random.int(Number(from), Number(to)))
  return addDays(from, random.int(0, daysBetween(from, to)))
}

interface Draw {
  pace: Pace
  /** Days told by hand, the siting day at least; the stages after them follow from them. */
  fixed: StageDays & { sited: CalendarDate }
  /** Added where the main structure is drawn. */
  slowDays: number
  /** The last stage reached within the year. */
  last?: ReportableStage | undefined
}

/** The days on which a slot reaches its stages. */
export function drawStageDays({ pace, fixed, slowDays, last = 'operating' }: Draw, random: Random): StageDays {
  const days: StageDays = {}
  let before = fixed.sited
  for (const [stage, window] of Object.entries(COURSES[pace]) as [keyof Course, Window][]) {
    const drawn = drawDay(window, before, random)
    before = fixed[stage] ?? (stage === 'mainStructure' ? addDays(drawn, slowDays) : drawn)
    if (stageOrder(stage) <= stageOrder(last)) days[stage] = before
  }
  const share = random.int(45, 80)
  const untilStart = daysBetween(fixed.sited, days.started ?? addDays(fixed.sited, 80))
  const approved = fixed.approved ?? addDays(fixed.sited, Math.floor((untilStart * share) / 100))
  return { sited: fixed.sited, ...(stageOrder(last) >= stageOrder('approved') && { approved }), ...days }
}
