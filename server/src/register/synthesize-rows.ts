import { addDays, type CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { FUND_KINDS, type PlanCounty, type PlanFile } from '@lvliang/shared/plan/plan.schema'
import { REPORTABLE_STAGES, type ReportableStage } from '@lvliang/shared/plan/stage'
import type { Gazetteer } from '@lvliang/shared/register/check-context'
import type { CountyAreas } from '@lvliang/shared/register/county-areas'
import { villageStem } from '@lvliang/shared/register/names'
import { createRandom, type Random } from './random.ts'

/** A row by the keys of its columns; days as `YYYY-MM-DD`. */
export type SyntheticRow = Record<string, string | number>

export interface SynthesisInput {
  count: number
  seed: number
  plan: PlanFile
  areas: CountyAreas
  gazetteer: Gazetteer
  lastDay: CalendarDate
  /** Whether to state money, which then is cumulative to `lastDay`. */
  withMoney: boolean
}

/** Rows that are valid by construction: days in order and past, money within its line, positions inside the county. */
export function* synthesizeRows(input: SynthesisInput): Generator<SyntheticRow> {
  const random = createRandom(input.seed)
  const width = Math.max(3, String(input.count).length)
  let number = 0
  for (const { county, count } of shares(input.plan.counties, input.count)) {
    const names = villageNames(county, input.gazetteer)
    for (let i = 0; i < count; i++) {
      number += 1
      const { town, village } = names.next().value
      yield {
        code: `${input.plan.codePrefix}-${String(number).padStart(width, '0')}`,
        county: county.name.zh,
        town,
        village,
        villageCode: `${county.code}${900_000 + i}`,
        ...facts(random, number),
        ...position(random, county.code, input.areas),
        ...days(random, input),
        ...(input.withMoney ? money(random, input.plan) : {}),
        note: '合成数据（虚构）',
      }
    }
  }
}

/** Rows by county in the proportion of the quotas, none lost to rounding: the n-th row ends where its share ends. */
function shares(counties: readonly PlanCounty[], count: number) {
  const total = counties.reduce((sum, { quota }) => sum + quota, 0)
  let [quotaSoFar, given] = [0, 0]
  return counties.map(county => {
    quotaSoFar += county.quota
    const upTo = Math.round((count * quotaSoFar) / total)
    const share = { county, count: upTo - given }
    given = upTo
    return share
  })
}

const TOWN_NAMES = ['云杉', '白鹭', '青禾', '望舒', '溪语', '晴川', '松岚', '麦穗', '榆荫', '星河']
const FIRST = ['芦', '棠', '枫', '桐', '蓼', '菡', '葵', '蒲', '荻', '苇']
const SECOND = ['雨', '烟', '霞', '霁', '岚', '虹', '霜', '露', '萤', '蝉']
const LAST = ['坞', '坂', '圩', '渚', '浦', '泽', '埂', '陂', '墩', '畈']

interface VillageName {
  town: string
  village: string
}

/** Invented names, each once in its county and none a real village's there. */
function* villageNames({ code }: PlanCounty, gazetteer: Gazetteer): Generator<VillageName, never> {
  for (let i = 0; ; i++) {
    const townNumber = Math.floor(i / 1000)
    const suffix = townNumber < TOWN_NAMES.length ? '' : String(Math.floor(townNumber / TOWN_NAMES.length))
    const village = `${FIRST[i % 10]}${SECOND[Math.floor(i / 10) % 10]}${LAST[Math.floor(i / 100) % 10]}`
    if (gazetteer.hasVillage(code, villageStem(village))) continue
    yield { town: `${TOWN_NAMES[townNumber % TOWN_NAMES.length]}${suffix}乡`, village: `${village}村` }
  }
}

function facts(random: Random, number: number): SyntheticRow {
  return {
    'population.resident': random.between(120, 2600),
    build: ['新建', '新建', '改建', '扩建'][random.between(0, 3)] as string,
    areaM2: random.between(150, 480),
    meals: random.chance(70) ? '是' : '否',
    leader: `领导${(number % 97) + 1}`,
    unit: '村民委员会',
    person: `负责人${number}`,
    phone: `1${String(30_000_000_00 + number)}`,
    builder: `施工队${(number % 41) + 1}`,
  }
}

function position(random: Random, countyCode: string, areas: CountyAreas): SyntheticRow {
  const box = areas.boxOf(countyCode)
  if (box === null || random.chance(4)) return {}
  for (;;) {
    const lon = Math.round((box.west + ((box.east - box.west) * random.between(0, 9999)) / 9999) * 1e5) / 1e5
    const lat = Math.round((box.south + ((box.north - box.south) * random.between(0, 9999)) / 9999) * 1e5) / 1e5
    if (areas.metresOutside(countyCode, [lon, lat]) === 0) return { lon, lat }
  }
}

/** Fewest and most days from one stage to the next: most centres keep the plan's nodes, some do not. */
const PACE: Record<ReportableStage, [number, number]> = {
  sited: [0, 30],
  approved: [15, 45],
  started: [10, 40],
  foundation: [25, 55],
  mainStructure: [45, 80],
  fitOut: [20, 45],
  accepted: [15, 40],
  operating: [10, 30],
}

function days(random: Random, { plan, lastDay }: SynthesisInput): SyntheticRow {
  const row: SyntheticRow = {}
  const lastStage = random.chance(60) ? REPORTABLE_STAGES.length : random.between(0, REPORTABLE_STAGES.length)
  let day = `${plan.year}-02-12`
  let planned = day
  let recognised = day
  let isChecked = true
  REPORTABLE_STAGES.forEach((stage, i) => {
    const [least, most] = PACE[stage]
    day = addDays(day, random.between(least, most))
    planned = addDays(planned, Math.round((least + most) / 2))
    row[`planned.${stage}`] = planned
    if (day > lastDay || i >= lastStage) {
      day = '9000-01-01'
      return
    }
    row[`reported.${stage}`] = day
    const found = addDays(day, random.chance(8) ? random.between(1, 9) : 0)
    isChecked &&= random.chance(80) && found <= lastDay
    if (!isChecked) return
    if (found > recognised) recognised = found
    if (recognised <= lastDay) row[`recognised.${stage}`] = recognised
  })
  return row
}

/** Each kind no more than the one before it, each within the line, in steps of a tenth of it. */
function money(random: Random, { fundingSources }: PlanFile): SyntheticRow {
  const row: SyntheticRow = {}
  for (const { id, amountFen } of fundingSources) {
    let tenths = random.between(4, 10)
    for (const kind of FUND_KINDS) {
      row[`${id}.${kind}`] = (amountFen * tenths) / 10 / 1_000_000
      tenths = random.between(0, tenths)
    }
  }
  return row
}
