import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import { COUNTIES, type CountyProfile } from './counties.ts'
import { promptEntryDay } from './office-days.ts'
import { drawStageDays, type Pace, type StageDays } from './paces.ts'
import { createRandom, type Random } from './random.ts'
import { SITES, type Site } from './sites.ts'
import { STORIES, type Story } from './stories.ts'

/** One report of a stage as it was made and entered. */
export interface Claim {
  stage: ReportableStage
  date: CalendarDate
  enteredOn: CalendarDate
  /** The day a visit or the city office ended it; absent: it stands. */
  endedOn?: CalendarDate
}

/** One slot of the quota with its year: what the records are made from. */
export interface Slot {
  code: string
  index: number
  county: CountyProfile
  pace: Pace
  site: Site
  build: 'newBuild' | 'conversion' | 'extension'
  story: Story
  days: StageDays & { sited: CalendarDate }
  /** Reports in the order of their entry. */
  claims: Claim[]
}

/** Of 100 centres, how many never state the stage's own day (未填); a swift conversion often skips its foundation. */
const OFTEN_BLANK: Partial<Record<ReportableStage, number>> = { approved: 9, fitOut: 6 }

function isBlank(stage: ReportableStage, slot: Omit<Slot, 'claims'>, random: Random): boolean {
  const swift = stage === 'foundation' && slot.pace === 'swift'
  const percent = swift ? (slot.build === 'conversion' ? 70 : 12) : (OFTEN_BLANK[stage] ?? 0)
  return random.chance(percent) && slot.story.days?.[stage] === undefined
}

function drawClaims(slot: Omit<Slot, 'claims'>, random: Random): Claim[] {
  const { days, story, county } = slot
  const [from, to] = county.entryLag
  const claims = REPORTABLE_STAGES.flatMap((stage): Claim[] => {
    const date = days[stage]
    const lag = random.int(from, to)
    const blank = isBlank(stage, slot, random)
    const later = REPORTABLE_STAGES.slice(REPORTABLE_STAGES.indexOf(stage) + 1).some(next => days[next] !== undefined)
    if (date === undefined || (blank && later)) return []
    return [{ stage, date, enteredOn: story.enteredOn?.[stage] ?? promptEntryDay(date, lag) }]
  })
  const { falseReport } = story
  if (falseReport === undefined) return claims
  const { stage, date, endedOn } = falseReport
  return [...claims, { stage, date, endedOn, enteredOn: promptEntryDay(date, 1) }].sort((a, b) =>
    a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0,
  )
}

function createSlot(county: CountyProfile, pace: Pace, place: number, index: number, seed: number): Slot {
  const site = SITES[index] as Site
  const random = createRandom(seed, index)
  const story = STORIES[site.code] ?? {}
  const meeting = county.sitedOn[place % county.sitedOn.length] as CalendarDate
  const sited = story.days?.sited ?? meeting
  const fixed = { ...story.days, sited: story.relocation?.agreedOn ?? sited }
  const build =
    story.build ?? random.pick(['newBuild', 'newBuild', 'newBuild', 'conversion', 'conversion', 'extension'])
  const drawn = drawStageDays({ pace, fixed, slowDays: county.slowDays, last: story.last }, random)
  const days = { ...drawn, sited }
  const slot = { code: site.code, index, county, pace, site, build, story, days }
  return { ...slot, claims: drawClaims(slot, random) }
}

/** All slots of the quota, in code order. */
export function createSlots(seed: number): Slot[] {
  let index = 0
  return COUNTIES.flatMap(county => county.paces.map((pace, place) => createSlot(county, pace, place, index++, seed)))
}
