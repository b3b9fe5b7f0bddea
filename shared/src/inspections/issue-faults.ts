import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'

/** Something wrong with what is said of an issue: it cannot be saved so. */
export interface IssueFault {
  /** JSON pointer into the act. */
  pointer: string
  code: string
  /** Chinese, then English. */
  message: string
}

export const fault = (pointer: string, code: string, message: string): IssueFault => ({ pointer, code, message })

/** A due day: a workday, and not before today. */
export function checkDueOn(dueOn: CalendarDate | undefined, today: CalendarDate, workdays: Workdays): IssueFault[] {
  if (dueOn === undefined) return []
  if (dueOn < today) {
    return [fault('/dueOn', 'duePast', `时限 ${dueOn} 早于今天 ${today}。 / ${dueOn} is before today, ${today}.`)]
  }
  const workday = workdays.onOrAfter(dueOn)
  const message = `${dueOn} 不是工作日，最近的工作日是 ${workday}。 / ${dueOn} is no workday; the next one is ${workday}.`
  return workday === dueOn ? [] : [fault('/dueOn', 'dueNoWorkday', message)]
}

/** Photos that are named and not there. */
export const checkPhotoIds = (ids: readonly string[] = [], hasPhoto: (id: string) => boolean): IssueFault[] =>
  ids.flatMap((id, i) =>
    hasPhoto(id)
      ? []
      : [fault(`/photoIds/${i}`, 'photoUnknown', `没有这张照片：${id}。 / There is no such photo here.`)],
  )
