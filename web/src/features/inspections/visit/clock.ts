import { shanghaiDay } from '@lvliang/shared/dates/calendar-date'
import { shanghaiTime } from '../../../format/format.ts'

/** Day and time on the wall in Asia/Shanghai; a plan whose days are over stays on its last. */
export function wallClock(today: string, epochMs = Date.now()): { day: string; time: string } {
  const day = shanghaiDay(epochMs)
  return { day: day > today ? today : day, time: shanghaiTime(new Date(epochMs).toISOString()).slice(11) }
}
