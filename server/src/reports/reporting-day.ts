import type { Moment } from '@lvliang/shared/centres/fold'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { resolveMoment, type Times, type When } from '../ledger/times.ts'

/** The day on which months are signed: the last one of the plan's year is over only after the plan's last day. */
export const reportingDay = (times: Times): CalendarDate => (times.growing ? times.latestDay() : times.today())

/** The moment a read about reporting is about. */
export const reportingMoment = (times: Times, when: When): Moment =>
  resolveMoment(times, { ...when, asOf: when.asOf ?? reportingDay(times) })
