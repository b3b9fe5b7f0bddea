import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { stageOrder } from '@lvliang/shared/plan/stage'
import type { Journal } from './journal.ts'
import { entryDay, isWorkday, nextWorkday } from './office-days.ts'
import { createRandom } from './random.ts'
import type { Claim, Slot } from './slots.ts'

/** Rounds of the city's inspectors: when, and of 100 centres how many they reach; later rounds look for one stage. */
const ROUNDS: { from: CalendarDate; days: number; percent: number }[] = [
  { from: '2018-03-19', days: 12, percent: 45 },
  { from: '2018-04-18', days: 9, percent: 30 },
  { from: '2018-06-06', days: 16, percent: 88 },
  { from: '2018-07-10', days: 19, percent: 82 },
  { from: '2018-08-20', days: 16, percent: 62 },
  { from: '2018-10-09', days: 15, percent: 88 },
  { from: '2018-11-07', days: 16, percent: 66 },
  { from: '2018-12-05', days: 17, percent: 82 },
]
const INSPECTORS = '市督查组'

/** Claims a visit can see: entered by then, not ended by then, and never one that is later found false. */
function seenBy(slot: Slot, day: CalendarDate): Claim | undefined {
  return slot.claims
    .filter(claim => claim.enteredOn < day && claim.date <= day && claim.endedOn === undefined)
    .sort((a, b) => stageOrder(b.stage) - stageOrder(a.stage))[0]
}

/** Days on which the slot is visited: of a county's slots, neighbours in code share a day. */
function visitDays(slot: Slot, seed: number): CalendarDate[] {
  return ROUNDS.flatMap(({ from, days, percent }, round) => {
    const shared = createRandom(seed, 4000 + round * 200 + Math.floor(slot.index / 4))
    const day = nextWorkday(addDays(from, shared.int(0, days - 1)))
    const own = createRandom(seed, 6000 + round * 200 + slot.index)
    return own.chance(percent) && isWorkday(day) ? [day] : []
  })
}

export function addVisits(slot: Slot, seed: number, journal: Journal): void {
  const random = createRandom(seed, 8000 + slot.index)
  const { story } = slot
  const verify = (day: CalendarDate, stage: Claim['stage'], recognisedOn: CalendarDate | null, disputed?: string) =>
    journal.add({
      countyCode: slot.county.code,
      centreCode: slot.code,
      date: day,
      enteredOn: entryDay(day, random.int(1, 4)),
      recordedBy: INSPECTORS,
      kind: 'stageVerified',
      body: {
        stage,
        recognisedOn,
        disputes: disputed !== undefined,
        ...(disputed !== undefined && { note: disputed }),
      },
    })

  const { falseReport, recognised, relocation } = story
  if (falseReport !== undefined && falseReport.backTo === undefined) {
    verify(falseReport.endedOn, falseReport.stage, null, falseReport.note)
  }
  if (recognised !== undefined) verify(recognised.visitedOn, recognised.stage, recognised.on, recognised.note)

  let confirmed = 0
  for (const day of visitDays(slot, seed)) {
    const claim = seenBy(slot, day)
    if (claim === undefined || stageOrder(claim.stage) <= confirmed) continue
    if (relocation !== undefined && day <= relocation.agreedOn) continue
    if (claim.stage === recognised?.stage) continue
    const moved = relocation !== undefined && claim.date < relocation.agreedOn
    verify(day, claim.stage, moved ? relocation.agreedOn : claim.date)
    confirmed = stageOrder(claim.stage)
  }
}
