import { convertDatum, type Datum, type LngLat } from '@lvliang/shared/geo/datum'
import { type DatumOffer, offerDatums } from '@lvliang/shared/geo/offer-datums'
import { type Bounds, type ParsedPosition, type PositionFault, parsePosition } from '@lvliang/shared/geo/parse-position'
import type { CountyAreas } from '@lvliang/shared/register/county-areas'

/** The place a text names, as far as it can be told. */
export interface ReadPoint {
  parsed: ParsedPosition
  /** The datum it is read in. */
  datum: Datum
  /** WGS-84. */
  point: LngLat
  /** How far from the county; 0 inside, and while the map is not there. */
  metresOutside: number
  offers: DatumOffer[]
}

/** A millionth of a degree is a tenth of a metre, as exact as a conversion is. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function inWgs84({ lon, lat }: ParsedPosition, datum: Datum): LngLat {
  if (datum === 'wgs84') return [lon, lat]
  const [east, north] = convertDatum([lon, lat], datum, 'wgs84')
  return [rounded(east), rounded(north)]
}

interface Ground {
  county: string
  areas: CountyAreas | null
  bounds: Bounds | undefined
}

/** Reads coordinates; the datum is the one chosen, else the one their form is in, else WGS-84. Null: nothing typed. */
export function readPoint(
  text: string,
  chosen: Datum | null,
  { county, areas, bounds }: Ground,
): ReadPoint | { fault: PositionFault } | null {
  if (text.trim() === '') return null
  const parsed = parsePosition(text, bounds)
  if ('faults' in parsed) return { fault: parsed.faults[0] as PositionFault }
  const datum = chosen ?? (parsed.datum === 'unknown' ? 'wgs84' : parsed.datum)
  const point = inWgs84(parsed, datum)
  const outside = (place: LngLat) => areas?.metresOutside(county, place) ?? 0
  const offers = datum === 'wgs84' && parsed.datum === 'unknown' ? offerDatums(point, outside) : []
  return { parsed, datum, point, metresOutside: outside(point), offers }
}
