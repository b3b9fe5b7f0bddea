import { baiduDegrees, type LngLat } from './datum.ts'
import { type AngleFault, type Angles, parseAngles } from './parse-angles.ts'
import { DATUM_WORDS, type Order, type StatedDatum, WRITTEN_FORMS } from './position-forms.ts'

/** What a position was recognised as. */
export type PositionForm =
  | (typeof WRITTEN_FORMS)[number][0]
  | 'latLon'
  | 'lonLat'
  | 'json'
  | 'chinese'
  | 'labels'
  | 'directions'
  | 'degreesMinutes'
  | 'degreesMinutesSeconds'

export interface ParsedPosition {
  /** Degrees, in `datum`. */
  lon: number
  lat: number
  form: PositionForm
  datum: StatedDatum
}
export type PositionFault = AngleFault | 'tooLong' | 'offEarth' | 'ambiguous'

/** Degrees. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

const LONGEST = 2000
const EARTH: Bounds = { west: -180, south: -90, east: 180, north: 90 }
const CHINA: Bounds = { west: 73, south: 3, east: 136, north: 54 }

const within = ({ west, south, east, north }: Bounds, [lon, lat]: LngLat) =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** Which number is the longitude: what the bounds hold, else what China holds, else the form's order, else nobody knows. */
function turned([a, b]: readonly [number, number], order: Order | null, bounds: Bounds): LngLat | PositionFault {
  const ways: LngLat[] = [
    [a, b],
    [b, a],
  ]
  if (order === 'latLon') ways.reverse()
  const held = [bounds, CHINA].flatMap(area => ways.filter(way => within(area, way)))[0]
  if (held) return held
  const possible = ways.filter(way => within(EARTH, way))
  if (possible.length === 2 && order === null && a !== b) return 'ambiguous'
  return possible[0] ?? 'offEarth'
}

const FINER = [undefined, undefined, 'degreesMinutes', 'degreesMinutesSeconds'] as const

function formOf(text: string, { first, parts, values }: Angles, lon: number): PositionForm {
  if (/^\s*\{/.test(text)) return 'json'
  const finer = FINER[parts]
  if (finer) return finer
  if (first === null) return lon === values[0] ? 'lonLat' : 'latLon'
  if (/[东西]经|[北南]纬/.test(text)) return 'chinese'
  return /lat|lng|lon|[经纬]度/i.test(text) ? 'labels' : 'directions'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function writtenForm(text: string, bounds: Bounds): ParsedPosition | PositionFault | null {
  for (const [form, datum, order, pattern] of WRITTEN_FORMS) {
    const found = pattern.exec(text)
    if (!found) continue
    const numbers = [Number(found[1]), Number(found[2])] as const
    const place = turned(order === 'mercator' ? baiduDegrees(numbers) : numbers, order, bounds)
    return typeof place === 'string' ? place : { lon: place[0], lat: place[1], form, datum }
  }
  return null
}

function anglesForm(text: string, bounds: Bounds): ParsedPosition | PositionFault {
  const datum = DATUM_WORDS.find(([, word]) => text.search(word) >= 0)?.[0] ?? 'unknown'
  const angles = parseAngles(DATUM_WORDS.reduce((rest, [, word]) => rest.replace(word, ' '), text))
  if ('fault' in angles) return angles.fault
  const [a, b] = angles.values
  const stated: LngLat | null = angles.first === null ? null : angles.first === 'E' ? [a, b] : [b, a]
  const place = stated ?? turned(angles.values, null, bounds)
  if (typeof place === 'string') return place
  if (!within(EARTH, place)) return 'offEarth'
  return { lon: place[0], lat: place[1], form: formOf(text, angles, place[0]), datum }
}

/**
 * The position in a pasted text: two plain numbers in either order, directions in letters or in Chinese, degrees with
 * minutes and seconds, labels, JSON, GeoJSON, WKT, `geo:` and links of map services. Which number is the longitude is
 * decided by the form, else by `bounds` (the prefecture) and by what is possible. Decimal degrees are kept to the last
 * digit. What is wrong is listed where nothing can be read.
 */
export function parsePosition(text: string, bounds: Bounds = CHINA): ParsedPosition | { faults: PositionFault[] } {
  if (text.length > LONGEST) return { faults: ['tooLong'] }
  const plain = decoded(text.trim())
  const position = writtenForm(plain.normalize('NFKC'), bounds) ?? anglesForm(plain, bounds)
  return typeof position === 'string' ? { faults: [position] } : position
}
