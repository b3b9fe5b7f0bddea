import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { ReportingStatus } from '@lvliang/shared/reports/report.schema'
import { countyName } from '../../format/county-name.ts'
import { dueDayInProse } from '../../format/format.ts'
import { monthInProse } from './month-words.ts'

/** The counties whose month does not stand signed, by whether it was sent back. */
function openCounties({ counties }: ReportingStatus, place: number) {
  const stateOf = (code: string) => counties.find(county => county.code === code)?.months[place]?.state
  const codes = counties.map(({ code }) => code)
  return {
    unsigned: codes.filter(code => ['missing', 'notDue'].includes(stateOf(code) ?? '')),
    returned: codes.filter(code => stateOf(code) === 'returned'),
  }
}

/** What is sent to the chat group, in Chinese whatever is on screen: who has not signed, by when. Null: all have. */
export function reminderText(status: ReportingStatus, period: string, counties: Plan['counties']): string | null {
  const place = status.periods.findIndex(each => each.period === period)
  const month = status.periods[place]
  if (month === undefined) return null
  const { unsigned, returned } = openCounties(status, place)
  if (unsigned.length + returned.length === 0) return null
  const list = (codes: readonly string[]) => codes.map(code => countyName(counties, code, 'zh')).join('、')
  const late = daysBetween(month.due, status.asOf)
  const due =
    late > 0 ? `时限为${dueDayInProse(month.due, 'zh')}，已过 ${late} 天` : `时限为${dueDayInProse(month.due, 'zh')}`
  return [
    `【月报提醒】${monthInProse(period, 'zh')}农村老年人日间照料中心建设月报，${due}。`,
    ...(unsigned.length > 0 ? [`尚未报送（${unsigned.length}）：${list(unsigned)}。`] : []),
    ...(returned.length > 0 ? [`已退回，请更正后重新报送（${returned.length}）：${list(returned)}。`] : []),
    `请以上县（市、区）登录系统，在“填报”中报送。（截至 ${status.asOf}）`,
  ].join('\n')
}
