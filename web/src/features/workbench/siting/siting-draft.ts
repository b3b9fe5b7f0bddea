import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { changedFacts } from '@lvliang/shared/centres/changed-facts'
import type { CentreFacts, Position } from '@lvliang/shared/centres/record.schema'
import type { Datum } from '@lvliang/shared/geo/datum'
import { villageKey } from '@lvliang/shared/register/names'
import { parseWhole } from '@lvliang/shared/register/parse-number'
import type { Village } from '@lvliang/shared/villages/village.schema'
import type { ReadPoint } from './read-point.ts'

/** What stands in the form. */
export interface SitingDraft {
  town: string
  village: string
  villageCode: string
  population: string
  /** As typed, pasted or taken from the map. */
  coordinates: string
  /** How the coordinates are read; null: as their form says. */
  datum: Datum | null
  /** How exact a place taken from the map is, metres; null: not from the map. */
  mapAccuracyM: number | null
  date: string
}

export const isSited = (centre: CentreSheet) =>
  centre.stages.some(({ stage, reported }) => stage === 'sited' && reported !== null)

export const shownPoint = ({ lon, lat }: Pick<Position, 'lon' | 'lat'>) => `${lat}, ${lon}`

export const draftOf = (centre: CentreSheet, today: string): SitingDraft => ({
  town: centre.town ?? '',
  village: centre.village ?? '',
  villageCode: centre.villageCode ?? '',
  population: centre.population?.value.toString() ?? '',
  coordinates: centre.position ? shownPoint(centre.position) : '',
  datum: null,
  mapAccuracyM: null,
  date: today,
})

/** A village of the gazetteer as it is called: without the committee in its name. */
export const villageFacts = ({ town, name, code }: Village) => ({ town, village: villageKey(name), villageCode: code })

const LARGEST_VILLAGE = 100_000

export function readPopulation(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const parsed = parseWhole(text, LARGEST_VILLAGE)
  return 'value' in parsed ? parsed.value : undefined
}

/** Where a position comes from, said in the record. */
function sourceOf({ mapAccuracyM }: SitingDraft, { datum }: ReadPoint): string {
  if (mapAccuracyM !== null) return '地图点选'
  return datum === 'wgs84' ? '填写坐标' : `填写坐标（由 ${datum === 'gcj02' ? 'GCJ-02' : 'BD-09'} 换算）`
}

function positionOf(draft: SitingDraft, read: ReadPoint | null, known: Position | null): Position | null {
  if (read === null) return null
  const [lon, lat] = read.point
  // What nobody touched keeps its source.
  if (known && known.lon === lon && known.lat === lat) return known
  return { lon, lat, source: sourceOf(draft, read), accuracyM: draft.mapAccuracyM }
}

/** What the form changes, without the ids of the act; null: nothing. */
export function changeOf(
  draft: SitingDraft,
  centre: CentreSheet,
  read: ReadPoint | null,
): (Pick<ChangeCentre, 'facts'> & { siting?: { date: string } }) | null {
  const value = readPopulation(draft.population)
  const mine: Partial<CentreFacts> = {
    town: draft.town.trim() || null,
    village: draft.village.trim() || null,
    villageCode: draft.villageCode.trim() || null,
    population: typeof value === 'number' ? { basis: 'unstated', year: null, ...centre.population, value } : null,
    position: positionOf(draft, read, centre.position),
  }
  const { town, village, villageCode, population, position } = centre
  const facts = changedFacts({ town, village, villageCode, population, position }, mine)
  if (!isSited(centre)) return { facts, siting: { date: draft.date } }
  return Object.keys(facts).length > 0 ? { facts } : null
}
