import { addDays, type CalendarDate, daysInMonth } from '@lvliang/shared/dates/calendar-date'
import type { CountyProfile } from './counties.ts'
import type { Journal } from './journal.ts'
import { entryDay, nextWorkday } from './office-days.ts'
import { createRandom } from './random.ts'

/** Months a county never signs. */
const MISSING: Record<string, string[]> = { '141124': ['2018-03', '2018-06'] }
/** Days after the due day on which a month is signed. */
const LATE: Record<string, Record<string, number>> = { '141126': { '2018-05': 8 } }

const pad = (value: number) => String(value).padStart(2, '0')

/** January to November; December is due in the next year. */
export function addMonthlyReports(county: CountyProfile, stream: number, seed: number, journal: Journal): void {
  const random = createRandom(seed, 3000 + stream)
  for (let month = 1; month <= 11; month++) {
    const period = `2018-${pad(month)}`
    const lead = random.int(0, 3)
    if (MISSING[county.code]?.includes(period)) continue
    const due = nextWorkday(`2018-${pad(month + 1)}-05`)
    const late = LATE[county.code]?.[period]
    const first = entryDay(`2018-${pad(month + 1)}-01`, 0)
    const wanted = late === undefined ? nextWorkday(addDays(due, -lead)) : entryDay(due, late)
    const day = [wanted, first].sort().at(-1) as CalendarDate
    journal.add({
      countyCode: county.code,
      centreCode: null,
      date: day,
      enteredOn: day,
      recordedBy: county.office,
      kind: 'monthlyReport',
      body: { period, snapshotDay: `${period}-${pad(daysInMonth(2018, month))}`, reviewer: `${county.office}负责人` },
    })
  }
}
