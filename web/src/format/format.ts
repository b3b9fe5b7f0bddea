import { dayOfInstant, weekday } from '@lvliang/shared/dates/calendar-date'

/** Under which key data and these helpers keep a language. */
export type NameKey = 'zh' | 'en'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

const month = (date: string) => Number(date.slice(5, 7))
const day = (date: string) => Number(date.slice(8, 10))

/** A share with equal decimals everywhere, without its sign: `rate(1, 3)` → `33.3`; blank where there is nothing to divide. */
export function rate(part: number, whole: number): string {
  return whole === 0 ? '' : ((part / whole) * 100).toFixed(1)
}

/** A change with its sign: `+3`, `−3`, `0`. */
export function signed(value: number, digits = 0): string {
  const text = Math.abs(value).toFixed(digits)
  if (Number(text) === 0) return text
  return value > 0 ? `+${text}` : `−${text}`
}

/** A day in a sentence: `7月31日`, `31 Jul`. */
export function dayInProse(date: string, name: NameKey): string {
  return name === 'zh' ? `${month(date)}月${day(date)}日` : `${day(date)} ${MONTHS[month(date) - 1]}`
}

/** A day in a sentence with its year: `2018年7月31日`, `31 Jul 2018`. */
export function fullDayInProse(date: string, name: NameKey): string {
  const year = Number(date.slice(0, 4))
  return name === 'zh' ? `${year}年${dayInProse(date, name)}` : `${dayInProse(date, name)} ${year}`
}

/** The day of the week: `周二`, `Tue`. */
export function dayOfWeek(date: string, name: NameKey): string {
  return WEEKDAYS[name][weekday(date)] ?? ''
}

/** A due day in a sentence: `9月30日（周日）`, `Sun 30 Sep`. */
export function dueDayInProse(date: string, name: NameKey): string {
  const weekdayName = dayOfWeek(date, name)
  return name === 'zh' ? `${dayInProse(date, name)}（${weekdayName}）` : `${weekdayName} ${dayInProse(date, name)}`
}

/** A day on an axis: `7.31` in Chinese, `31 Jul` in English. */
export function dayOnAxis(date: string, name: NameKey): string {
  return name === 'zh' ? `${month(date)}.${day(date)}` : dayInProse(date, name)
}

/** A month on an axis: `7月`, `Jul`. */
export function monthName(date: string, name: NameKey): string {
  return name === 'zh' ? `${month(date)}月` : (MONTHS[month(date) - 1] ?? '')
}

/** An instant as the clock on the wall in Asia/Shanghai showed it: `2018-07-31 10:15`. */
export function shanghaiTime(instant: string): string {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24
  return `${dayOfInstant(instant)} ${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`
}

/** The same to the second, for what must be told apart: `2018-07-31 10:15:59`. */
export function shanghaiSecond(instant: string): string {
  return `${shanghaiTime(instant)}:${instant.slice(17, 19)}`
}
