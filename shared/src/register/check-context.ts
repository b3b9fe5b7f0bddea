import type { FundSums } from '../centres/state.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Datum } from '../geo/datum.ts'
import type { PlanFile } from '../plan/plan.schema.ts'
import type { CountyAreas } from './county-areas.ts'

export interface SlotPlace {
  code: string
  countyCode: string
}

/** What the store knows of a slot, as far as a register can contradict it. */
export interface StoredCentre extends SlotPlace {
  town: string | null
  village: string | null
  villageCode: string | null
  /** Money entered so far, all days. */
  funds: FundSums
}

/** The village committees of the plan's year. */
export interface Gazetteer {
  villageByCode(code: string): { name: string; town: string } | null
  /** `stem` as {@link villageStem} makes it. */
  hasVillage(countyCode: string, stem: string): boolean
}

/** Everything a register is checked against. */
export interface CheckContext {
  plan: PlanFile
  /** The slots of a given plan; null: quotas are the register's own. */
  plannedSlots: SlotPlace[] | null
  stored: ReadonlyMap<string, StoredCentre>
  gazetteer: Gazetteer
  areas: CountyAreas
  datum: Datum
  /** The day money is cumulative to; null: none was given. */
  asOf: CalendarDate | null
  /** The last day on which anything can have happened. */
  lastDay: CalendarDate
  borderDoubtMetres: number
}

/** The county's Chinese and English name, as parameters of a problem. */
export function countyParams(plan: PlanFile, code: string): { county: string; countyEn: string } {
  const name = plan.counties.find(county => county.code === code)?.name
  return { county: name?.zh ?? code, countyEn: name?.en ?? code }
}
