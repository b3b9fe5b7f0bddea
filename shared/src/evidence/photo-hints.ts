import type { CalendarDate } from '../dates/calendar-date.ts'
import { convertDatum, type LngLat } from '../geo/datum.ts'
import { distanceM } from '../geo/polygon.ts'
import type { PhotoHint } from './evidence.schema.ts'

/** Farther from the site than a plot, its lanes and a telephone's error reach [ours]. */
export const FAR_M = 300
/** How far the GCJ-02 datum displaces a place hereabouts (domain rules, photos). */
const SHIFT_M = { from: 300, to: 700 } as const
/** How closely a position must agree with the site displaced, to be called a mix-up of datums. */
const AGREES_M = 150

export interface PhotoFacts {
  /** `YYYY-MM-DDTHH:MM:SS` as the camera's clock showed; null: not told. */
  takenAt: string | null
  takenPosition: { lon: number; lat: number } | null
}

export interface PhotoContext {
  /** Where the centre is, WGS-84; null: not sited. */
  site: { lon: number; lat: number } | null
  /** The day reported for the stage it shows; null: none. */
  reportedOn: CalendarDate | null
  /** Other centres that hold the very same picture. */
  alsoAt: readonly string[]
}

const lngLat = ({ lon, lat }: { lon: number; lat: number }): LngLat => [lon, lat]

/** Whole metres between where a photo was taken and the site; null where either is unknown. */
export function distanceToSite({ takenPosition }: PhotoFacts, { site }: PhotoContext): number | null {
  if (takenPosition === null || site === null) return null
  return Math.round(distanceM(lngLat(takenPosition), lngLat(site)))
}

/** Whether one of two places is where the other would be, had its datum been mistaken for GCJ-02. */
function isShifted(taken: LngLat, site: LngLat, metres: number): boolean {
  if (metres < SHIFT_M.from || metres > SHIFT_M.to) return false
  return [convertDatum(site, 'wgs84', 'gcj02'), convertDatum(site, 'gcj02', 'wgs84')].some(
    displaced => distanceM(taken, displaced) <= AGREES_M,
  )
}

function placeHint(facts: PhotoFacts, context: PhotoContext): PhotoHint[] {
  const metres = distanceToSite(facts, context)
  if (metres === null || facts.takenPosition === null || context.site === null) return []
  if (isShifted(lngLat(facts.takenPosition), lngLat(context.site), metres)) {
    return [{ code: 'shifted', params: { metres } }]
  }
  return metres > FAR_M ? [{ code: 'far', params: { metres } }] : []
}

/**
 * What a photo gives to think about. Nothing is ever refused for it, and a photo that tells neither time nor place, the
 * normal case, gives none on their account.
 */
export function photoHints(facts: PhotoFacts, context: PhotoContext): PhotoHint[] {
  const hints = placeHint(facts, context)
  const takenOn = facts.takenAt?.slice(0, 10)
  if (takenOn !== undefined && context.reportedOn !== null && takenOn !== context.reportedOn) {
    hints.push({ code: 'otherDay', params: { takenOn, reportedOn: context.reportedOn } })
  }
  for (const centre of context.alsoAt) hints.push({ code: 'reused', params: { centre } })
  return hints
}
