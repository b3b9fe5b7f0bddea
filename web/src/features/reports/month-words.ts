import { monthName, type NameKey } from '../../format/format.ts'

/** A month in a sentence: `2018年6月`, `Jun 2018`. */
export function monthInProse(period: string, name: NameKey): string {
  const month = monthName(`${period}-01`, name)
  const year = period.slice(0, 4)
  return name === 'zh' ? `${year}年${month}` : `${month} ${year}`
}

/** The month before or after: `2018-06` → `2018-07`; null where that is another year. */
export function neighbourMonth(period: string, step: 1 | -1): string | null {
  const month = Number(period.slice(5)) + step
  return month < 1 || month > 12 ? null : `${period.slice(0, 4)}-${String(month).padStart(2, '0')}`
}
