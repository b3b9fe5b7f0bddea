import type { CentreFacts, Position } from '@lvliang/shared/centres/record.schema'
import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Draft, Journal } from './journal.ts'
import { entryDay } from './office-days.ts'
import { createRandom, type Random } from './random.ts'
import type { Slot } from './slots.ts'

const SURNAMES = [...'李王张刘高郭任薛贺冯曹白杜武梁']
const TEAMS = ['演示建筑一队', '演示建筑二队', '演示建筑三队', '演示乡建合作社', '演示营造四队']
const AREAS = { newBuild: [240, 420], conversion: [160, 300], extension: [180, 320] } as const
const NEVER_A_NUMBER = '0358-000'

function drawPopulation(slot: Slot, random: Random): NonNullable<CentreFacts['population']> {
  const value = random.chance(slot.county.largeVillages) ? random.int(1003, 2460) : random.int(312, 985)
  const basis = random.pick(['resident', 'resident', 'registered', 'registered', 'unstated'] as const)
  return { value, basis, year: basis === 'unstated' ? null : random.pick([2016, 2017, 2017]) }
}

const positionOf = (lon: number, lat: number, random: Random): Position => {
  const byPhone = random.chance(60)
  return { lon, lat, source: byPhone ? '手机定位（演示）' : '乡镇标注（演示）', accuracyM: byPhone ? 20 : 300 }
}

function leaderOf(slot: Slot): string {
  if (slot.county.name.endsWith('市')) return '市民政局分管副局长'
  return slot.county.name.endsWith('区') ? '区民政局分管副局长' : '县民政局分管副局长'
}

function sitingFacts(slot: Slot, random: Random): Partial<CentreFacts> {
  const [low, high] = AREAS[slot.build]
  const { town, lon, lat } = slot.site
  const place = slot.story.relocation ?? { village: slot.site.village, lon, lat }
  return {
    town,
    village: place.village,
    population: drawPopulation(slot, random),
    build: slot.build,
    areaM2: random.int(low / 10, high / 10) * 10,
    ...(slot.story.unlocated === undefined && { position: positionOf(place.lon, place.lat, random) }),
    meals: slot.story.mealsFrom === undefined && random.chance(66),
    leader: leaderOf(slot),
    unit: `${town}人民政府`,
    person: `${random.pick(SURNAMES)}某`,
    phone: `${NEVER_A_NUMBER}${String(slot.index + 1).padStart(4, '0')}`,
  }
}

/** The centre's own timetable (P4): most promise some days before the due day, quick ones much earlier. */
function timetable(slot: Slot, random: Random): CentreFacts['planned'] {
  const early = slot.pace === 'swift' ? 45 : 0
  const before = (due: CalendarDate) => addDays(due, -random.int(2, 16) - early)
  const starting = slot.days.started
  const planned =
    slot.pace === 'swift' && starting !== undefined ? addDays(starting, random.int(-5, 4)) : before('2018-05-31')
  return {
    started: planned,
    foundation: before('2018-07-15'),
    mainStructure: before('2018-09-30'),
    fitOut: before('2018-10-31'),
    accepted: before('2018-11-30'),
    operating: before('2018-12-31'),
  }
}

/** Facts a county states about a centre, in the order in which they become known. */
export function addFacts(slot: Slot, seed: number, journal: Journal): void {
  const random = createRandom(seed, 1000 + slot.index)
  const state = (date: CalendarDate, enteredOn: CalendarDate, facts: Partial<CentreFacts>) => {
    const draft: Draft = {
      countyCode: slot.county.code,
      centreCode: slot.code,
      date,
      enteredOn,
      recordedBy: slot.county.office,
      kind: 'facts',
      body: { facts },
    }
    journal.add(draft)
  }
  const { days, story } = slot
  state(days.sited, slot.claims[0]?.enteredOn ?? entryDay(days.sited, 1), sitingFacts(slot, random))
  const filedOn = timetableDay(slot, random)
  if (filedOn !== null) state(filedOn, entryDay(filedOn, 1), { planned: timetable(slot, random) })
  if (days.started !== undefined) {
    const enteredOn = slot.claims.find(claim => claim.stage === 'started' && claim.endedOn === undefined)?.enteredOn
    state(days.started, enteredOn ?? entryDay(days.started, 2), { builder: random.pick(TEAMS) })
  }
  if (typeof story.unlocated === 'string') {
    state(story.unlocated, entryDay(story.unlocated, 1), { position: positionOf(slot.site.lon, slot.site.lat, random) })
  }
  if (story.mealsFrom !== undefined) state(story.mealsFrom, entryDay(story.mealsFrom, 2), { meals: true })
}

/** One in twelve never files a timetable; the others do so before the works or by the end of May. */
function timetableDay(slot: Slot, random: Random): CalendarDate | null {
  if (random.chance(8)) return null
  const { sited, started = '2018-05-31' } = slot.days
  const latest = started < '2018-05-28' ? started : '2018-05-28'
  const day = addDays(latest, -random.int(3, 15))
  return day > sited ? entryDay(day, 0) : entryDay(sited, 10)
}
