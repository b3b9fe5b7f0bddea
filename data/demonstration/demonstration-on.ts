import { readFileSync } from 'node:fs'
import { foldCounty, lastEntryOn, reportingStatus, unsplitFen } from '@lvliang/shared/board/county'
import { summarise } from '@lvliang/shared/board/summarise'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { evaluateCentre, evaluationOn } from '@lvliang/shared/centres/evaluate'
import { foldCentre } from '@lvliang/shared/centres/fold'
import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { type CalendarDate, endOfDay } from '@lvliang/shared/dates/calendar-date'
import { workdaysOf, type YearCalendar } from '@lvliang/shared/dates/workdays'
import { countIssues } from '@lvliang/shared/inspections/issue-state'
import { planFileSchema } from '@lvliang/shared/plan/plan.schema'
import { policySchema } from '@lvliang/shared/plan/policy.schema'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const readJson = (path: string): unknown => JSON.parse(read(path))

export const plan = planFileSchema.parse(readJson('../plan/2018.json'))
const policy = policySchema.parse(readJson('../policy/2018.json'))
const workdays = workdaysOf([readJson('../calendar/2018.json') as YearCalendar])

/** The file as it is kept. */
export const text = read('demonstration.ndjson')
export const records = text
  .trimEnd()
  .split('\n')
  .map((line, i): CentreRecord => ({ ...JSON.parse(line), seq: i + 1 }))

export const slots = plan.counties
  .flatMap(({ code: countyCode, quota }) => Array<string>(quota).fill(countyCode))
  .map((countyCode, i) => ({ code: `${plan.codePrefix}-${String(i + 1).padStart(3, '0')}`, countyCode }))

const bySlot = new Map(slots.map(({ code }) => [code, records.filter(({ centreCode }) => centreCode === code)]))

/** The board of a day, with what had been entered by its end. */
export function boardOn(asOf: CalendarDate): { summary: Summary; centres: Centre[] } {
  const moment = { asOf, knownAt: endOfDay(asOf) }
  const evaluation = evaluationOn(plan, policy, asOf)
  const evaluated = slots.map(slot => {
    const state = foldCentre(bySlot.get(slot.code) ?? [], moment)
    return { state, centre: evaluateCentre(slot, state, evaluation) }
  })
  const counties = new Map(
    plan.counties.map(({ code }) => {
      const own = records.filter(({ countyCode }) => countyCode === code)
      const county = foldCounty(
        own.filter(({ centreCode }) => centreCode === null),
        moment,
      )
      const states = evaluated.filter(({ centre }) => centre.countyCode === code).map(({ state }) => state)
      const reporting = reportingStatus(county, asOf, workdays)
      const issueCounts = countIssues(county.issues, asOf)
      return [
        code,
        { unsplitFen: unsplitFen(county, states), lastEntryOn: lastEntryOn(own, moment), reporting, issueCounts },
      ]
    }),
  )
  const { schedule } = evaluation
  const input = { plan, centres: evaluated, counties, asOf, basis: 'reported', filtered: false } as const
  return {
    summary: summarise({ ...input, scheduledPercent: schedule.all }),
    centres: evaluated.map(({ centre }) => centre),
  }
}
