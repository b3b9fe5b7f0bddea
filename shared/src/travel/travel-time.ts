import type { LngLat } from '../geo/datum.ts'
import { distanceM } from '../geo/polygon.ts'

/**
 * Minutes on the road without a road graph. An estimate (估算), always labelled as one: the detours follow what is
 * published for Chinese cities (1.32) and for mountain country (1.44); the speeds are assumptions [ours].
 */

interface Band {
  /** Where the band ends, kilometres as the crow flies. */
  toKm: number
  /** Kilometres on the road for one as the crow flies. */
  detour: number
  kmh: number
}

const BANDS: readonly Band[] = [
  { toKm: 10, detour: 1.5, kmh: 25 },
  { toKm: 40, detour: 1.4, kmh: 35 },
  { toKm: Number.POSITIVE_INFINITY, detour: 1.3, kmh: 50 },
]

/** Getting in, out and under way, minutes a leg. */
const LEG_MINUTES = 5

const inBand = (km: number, { detour, kmh }: Band) => (km * detour * 60) / kmh

/**
 * Minutes by car between two places `km` apart as the crow flies, whole, rounded up. Never less for a longer way: where
 * a band begins faster than the one before it ended, the end holds until it is passed. 0 for the same place.
 */
export function estimateMinutes(km: number): number {
  if (km <= 0) return 0
  let minutes = 0
  for (const band of BANDS) {
    minutes = Math.max(minutes, inBand(Math.min(km, band.toKm), band))
    if (km <= band.toKm) break
  }
  return Math.ceil(Math.round((minutes + LEG_MINUTES) * 1e6) / 1e6)
}

/** A leg somebody has driven: between two counties, as estimated and as it was, minutes. */
export interface DrivenLeg {
  from: string
  to: string
  estimated: number
  driven: number
}

/** What is known better than the estimate. */
export interface Calibration {
  /** Driven against estimated, in thousandths, by {@link pairOf}. */
  thousandths: ReadonlyMap<string, number>
}

const LEGS_NEEDED = 5
const [LEAST, MOST] = [500, 2500]

/** Two counties, whichever comes first. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : Math.round((low + high) / 2)
}

/**
 * How far the roads between two counties differ from the estimate, once there are five legs: the median, between half and
 * two and a half times.
 */
export function calibrate(legs: readonly DrivenLeg[]): Calibration {
  const ratios = new Map<string, number[]>()
  for (const { from, to, estimated, driven } of legs) {
    if (estimated <= 0 || driven <= 0) continue
    const pair = pairOf(from, to)
    const ratio = Math.round((driven * 1000) / estimated)
    const known = ratios.get(pair)
    if (known) known.push(ratio)
    else ratios.set(pair, [ratio])
  }
  const enough = [...ratios].filter(([, list]) => list.length >= LEGS_NEEDED)
  return {
    thousandths: new Map(enough.map(([pair, list]) => [pair, Math.min(MOST, Math.max(LEAST, median(list)))])),
  }
}

export const NO_CALIBRATION: Calibration = { thousandths: new Map() }

/** A place on a day's way. */
export interface Place {
  /** Six-digit code; null: not of a county. */
  county: string | null
  position: LngLat
}

/** Where minutes come from, the best first: typed by hand, driven before, asked of a router, estimated. */
export const TRAVEL_SOURCES = ['typed', 'calibrated', 'router', 'estimate'] as const
export type TravelSource = (typeof TRAVEL_SOURCES)[number]

export interface Leg {
  minutes: number
  source: TravelSource
}

/** The leg between two places by estimate, or by what was driven between their counties. */
export function legBetween(from: Place, to: Place, { thousandths }: Calibration = NO_CALIBRATION): Leg {
  const minutes = estimateMinutes(distanceM(from.position, to.position) / 1000)
  const known = from.county && to.county ? thousandths.get(pairOf(from.county, to.county)) : undefined
  if (known === undefined || minutes === 0) return { minutes, source: 'estimate' }
  return { minutes: Math.ceil((minutes * known) / 1000), source: 'calibrated' }
}

/** Minutes typed for a leg, by the ids of its ends in the order driven. */
export type TypedMinutes = ReadonlyMap<string, number>
export const typedKey = (from: string, to: string): string => `${from}>${to}`

export interface TravelTable {
  minutes: number[][]
  sources: TravelSource[][]
}

interface TableInput {
  places: readonly (Place & { id: string })[]
  calibration?: Calibration
  typed?: TypedMinutes
  /** Minutes a router gave, row by row; absent: there is none, or it did not answer. */
  routed?: readonly (readonly (number | null)[])[] | null
}

/** Minutes from every place to every other, each by the best that is known: typed > calibrated > router > estimate. */
export function travelTable({ places, calibration = NO_CALIBRATION, typed, routed }: TableInput): TravelTable {
  const legs = places.map((from, i) =>
    places.map((to, j): Leg => {
      if (i === j) return { minutes: 0, source: 'estimate' }
      const byHand = typed?.get(typedKey(from.id, to.id))
      if (byHand !== undefined) return { minutes: byHand, source: 'typed' }
      const leg = legBetween(from, to, calibration)
      const asked = routed?.[i]?.[j]
      if (leg.source === 'calibrated' || asked == null) return leg
      return { minutes: asked, source: 'router' }
    }),
  )
  return {
    minutes: legs.map(row => row.map(({ minutes }) => minutes)),
    sources: legs.map(row => row.map(({ source }) => source)),
  }
}
