import { type CalendarDate, dayOfInstant, type Instant } from '@lvliang/shared/dates/calendar-date'
import type { CheckResult } from '@lvliang/shared/inspections/checklist.schema'
import type { CENTRE_FOUND, PLATE_FOUND, VisitKind } from '@lvliang/shared/inspections/visit.schema'

/** Words of the papers, which are Chinese as the offices' own are. */
export const KIND_WORDS: Record<VisitKind, string> = {
  routine: '日常检查',
  special: '专项督查',
  randomDraw: '双随机抽查',
  unannounced: '四不两直',
}
export const RESULT_WORDS: Record<CheckResult, string> = {
  pass: '合格',
  fail: '不合格',
  notApplicable: '不适用',
  notReached: '未到检查阶段',
}
export const FOUND_WORDS: Record<(typeof CENTRE_FOUND)[number], string> = {
  open: '有人在',
  nobodyThere: '无人在场',
  closed: '大门锁闭',
}
export const PLATE_WORDS: Record<(typeof PLATE_FOUND)[number], string> = {
  present: '已挂',
  missing: '未挂',
  notYet: '未到挂牌时',
}

/** Who issues the papers: the city's office, whoever raised what they are about. */
export const ISSUING_OFFICE = '吕梁市民政局'

/** A day as papers write it, `2018年7月31日`. */
export function dayInWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const EIGHT_HOURS = 8 * 60 * 60 * 1000

/** The hour in Shanghai, `9:05`. */
export const timeInWords = (instant: Instant): string =>
  new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(11, 16).replace(/^0/, '')

/** From one instant to another, the day said once where it is the same. */
export function spanInWords(from: Instant, to: Instant): string {
  const [first, last] = [dayOfInstant(from), dayOfInstant(to)].map(dayInWords)
  return `${first}${timeInWords(from)}至${first === last ? '' : last}${timeInWords(to)}`
}

/** The number an office gives its paper: the program leaves it open. */
export const openFileNumber = (date: CalendarDate): string => `吕民督〔${date.slice(0, 4)}〕　　号`

/** A sentence ends with its full stop, once. */
export const sentence = (said: string): string => (/[。！？.!?；;]$/.test(said) ? said : `${said}。`)
