import { convertDatum, type LngLat } from './datum.ts'

/** A reading of a position under a shifted datum, in WGS-84. */
export interface DatumOffer {
  datum: 'gcj02' | 'bd09'
  point: LngLat
}

/**
 * The readings that put a point into its county which, taken as WGS-84, lies outside: a map of mainland China shifts
 * what it shows by 300 to 1,200 m. Nothing is offered for a point inside, nor where no reading helps.
 *
 * @param metresOutside 0 inside the county, else metres to its border
 */
export function offerDatums(point: LngLat, metresOutside: (point: LngLat) => number): DatumOffer[] {
  if (metresOutside(point) === 0) return []
  return (['gcj02', 'bd09'] as const)
    .map(datum => ({ datum, point: convertDatum(point, datum, 'wgs84') }))
    .filter(offer => metresOutside(offer.point) === 0)
}
