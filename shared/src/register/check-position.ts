import type { Position } from '../centres/record.schema.ts'
import { convertDatum, type LngLat } from '../geo/datum.ts'
import { type CheckContext, countyParams } from './check-context.ts'
import { type Place, type Problem, problemAt } from './problem.ts'
import type { RegisterRow } from './read-register.ts'

export interface CheckedPosition {
  /** WGS-84; null: none stated, or none that can be. */
  position: Position | null
  problems: Problem[]
}

const NONE: CheckedPosition = { position: null, problems: [] }

/** The position of a row in WGS-84, and whether it can be the county's. */
export function checkPosition(row: RegisterRow, context: CheckContext): CheckedPosition {
  const stated = statedPair(row)
  if (stated === null) return NONE
  if ('problem' in stated) return { position: null, problems: [stated.problem] }
  const { pair, place } = stated
  const tolerance = context.borderDoubtMetres
  const point = onEarth(pair, context)
  if (point !== null && context.areas.countyAt(point, tolerance) !== null) {
    return { position: toPosition(point, context), problems: outsideCounty(row, { point, place, context }) }
  }
  const turned = onEarth([pair[1], pair[0]], context)
  if (turned !== null && context.areas.countyAt(turned, tolerance) !== null) {
    const swapped = problemAt(place, 'positionSwapped', { lon: pair[1], lat: pair[0] })
    const problems = [swapped, ...outsideCounty(row, { point: turned, place, context })]
    return { position: toPosition(turned, context), problems }
  }
  return { position: null, problems: [nowhere(row, place, context)] }
}

type Stated = { pair: LngLat; place: Place } | { problem: Problem }

function statedPair(row: RegisterRow): Stated | null {
  const [lonPlace, latPlace] = [row.placeOf('lon'), row.placeOf('lat')]
  const blankLon = lonPlace.value === ''
  if (blankLon !== (latPlace.value === '')) {
    return {
      problem: problemAt(blankLon ? withHeader(lonPlace, '经度') : withHeader(latPlace, '纬度'), 'positionHalf'),
    }
  }
  const place = row.placeOf('position')
  if (row.lon !== undefined && row.lat !== undefined) {
    const differs = row.pair !== undefined && (row.pair[0] !== row.lon || row.pair[1] !== row.lat)
    if (differs) return { problem: problemAt(place, 'positionTwice') }
    return { pair: [row.lon, row.lat], place: { ...lonPlace, value: `${lonPlace.value}, ${latPlace.value}` } }
  }
  return row.pair === undefined ? null : { pair: row.pair, place }
}

const withHeader = (place: Place, header: string): Place => ({ ...place, header: place.header || header })

function onEarth([lon, lat]: LngLat, { datum }: CheckContext): LngLat | null {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? convertDatum([lon, lat], datum, 'wgs84') : null
}

/** A hundred-thousandth of a degree is about a metre; one more digit keeps what was typed. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

const toPosition = ([lon, lat]: LngLat, { datum }: CheckContext): Position => ({
  lon: rounded(lon),
  lat: rounded(lat),
  source: datum === 'wgs84' ? 'register' : `register:${datum}`,
  accuracyM: null,
})

function outsideCounty(
  row: RegisterRow,
  { point, place, context }: { point: LngLat; place: Place; context: CheckContext },
): Problem[] {
  if (row.countyCode === undefined) return []
  const metres = context.areas.metresOutside(row.countyCode, point)
  if (metres <= context.borderDoubtMetres) return []
  const actual = countyParams(context.plan, context.areas.countyAt(point, context.borderDoubtMetres) ?? '')
  return [
    problemAt(place, 'positionOtherCounty', {
      ...countyParams(context.plan, row.countyCode),
      metres: Math.round(metres),
      actual: actual.county,
      actualEn: actual.countyEn,
    }),
  ]
}

function nowhere(row: RegisterRow, place: Place, { plan, areas }: CheckContext): Problem {
  const code = row.countyCode ?? plan.counties[0]?.code ?? ''
  const { west = 0, south = 0, east = 0, north = 0 } = areas.boxOf(code) ?? {}
  const middle = { lon: ((west + east) / 2).toFixed(1), lat: ((south + north) / 2).toFixed(1) }
  return problemAt(place, 'positionNowhere', { ...countyParams(plan, code), ...middle })
}
