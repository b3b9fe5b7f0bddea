/**
 * Makes counties.geojson, base.geojson and accuracy.json.
 * Run: `pnpm --filter @lvliang/data exec tsx --conditions source geography/build-map.ts`
 */
import { writeFileSync } from 'node:fs'
import { convertDatum } from '@lvliang/shared/geo/datum'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { readPackedFiles } from '../packed-file.ts'
import { clipRing } from './clip.ts'
import { boundsOf, labelPoint, largestRing } from './label-point.ts'
import { counties, frame, neighbours, outlines, places, view } from './map-sources.ts'
import { isInside, signedArea, toPlane } from './plane.ts'
import { largestError, roundPosition, simplifyArcs } from './simplify.ts'
import { type Arc, buildTopology, stitch } from './topology.ts'

const DECIMALS = 4
/** With the rounding, at most 60 m. */
const COUNTY_TOLERANCE_M = 54.5
const RIVER_TOLERANCE_M = 400
const CONTEXT_TOLERANCE_M = 1400
const SPECK_KM2 = 1
const LEAST_LABELLED_KM2 = 1500
const WITNESS_EVERY = 25

type Source = FeatureCollection<Polygon | MultiPolygon, { name: string; cp?: Position }>
type Face = { id: string; rings: Position[][] }

const toWgs84 = ([lon = 0, lat = 0]: Position): Position => [...convertDatum([lon, lat], 'gcj02', 'wgs84')]

const [countySource, ...prefectureSources] = readPackedFiles(outlines.package, [
  outlines.counties,
  ...neighbours.map(({ file }) => outlines.prefecture(file)),
]).map(text => JSON.parse(text) as Source) as [Source, ...Source[]]

const countyFaces = counties.map(({ code, zh }): Face => ({ id: code, rings: ringsOf(countyFeature(zh)) }))
const neighbourFaces = neighbours.map(({ zh }, i): Face => {
  const rings = prefectureSources[i]?.features.flatMap(ringsOf) ?? []
  return { id: zh, rings: rings.filter(isMoreThanSpeck).flatMap(ring => clipRing(ring, frame)) }
})

const topology = buildTopology([...countyFaces, ...neighbourFaces])
const sourcePoints = new Map(topology.arcs.map(arc => [arc, arc.points]))
const lines = simplifyArcs(topology.arcs, {
  toleranceM: arc => {
    if (isCountyBorder(arc)) return COUNTY_TOLERANCE_M
    return isRiver(arc) ? RIVER_TOLERANCE_M : CONTEXT_TOLERANCE_M
  },
  decimals: DECIMALS,
})
for (const [arc, line] of lines) arc.points = line

checkSeats()
write('counties.geojson', collection(counties.map(countyOutline)))
write('base.geojson', collection([...neighbours.flatMap(neighbourOutline), river()], frame))
write('accuracy.json', accuracy())

function countyFeature(name: string) {
  const found = countySource.features.find(({ properties }) => properties.name === name)
  if (!found) throw new Error(`${outlines.counties} has no ${name}`)
  return found
}

/** Closed counter-clockwise rings in WGS-84, repeated points dropped. */
function ringsOf({ geometry }: Feature<Polygon | MultiPolygon>): Position[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat().map(ring => {
    const moved = ring.filter((point, i) => i === 0 || point.join() !== ring[i - 1]?.join()).map(toWgs84)
    return signedArea(moved) < 0 ? moved.reverse() : moved
  })
}

/** The source has specks of a few points that lie on top of another prefecture. */
function isMoreThanSpeck(ring: Position[]): boolean {
  return areaKm2(ring) > SPECK_KM2
}

function areaKm2(ring: Position[]): number {
  return signedArea(ring.map(toPlane)) / 1e6
}

function isCountyBorder({ faces }: Arc): boolean {
  return countyFaces.some(({ id }) => faces.has(id))
}

function outlineOf(face: string): Position[][] {
  return topology.rings.filter(ring => ring.face === face).map(({ uses }) => startSouthWest(stitch(uses)))
}

/** The same ring begun at its south-western point, wherever the walk began. */
function startSouthWest(ring: Position[]): Position[] {
  const open = ring.slice(0, -1)
  const rank = ([x = 0, y = 0]: Position) => x + y
  const start = open.reduce((best, point, i) => (rank(point) < rank(open[best] as Position) ? i : best), 0)
  return [...open.slice(start), ...open.slice(0, start), open[start] as Position]
}

function seatOf(zh: string): Position {
  const { cp } = countyFeature(zh).properties
  if (!cp) throw new Error(`${zh} has no seat`)
  return roundPosition(toWgs84(cp), DECIMALS)
}

function countyOutline({ code, zh, en }: (typeof counties)[number]): Feature {
  const rings = outlineOf(code)
  const labelAt = roundPosition(labelPoint(largestRing(rings)), 3)
  return {
    type: 'Feature',
    properties: { code, name: { zh, en }, labelAt, seat: seatOf(zh) },
    geometry: { type: 'Polygon', coordinates: rings },
  }
}

function neighbourOutline({ zh, en }: (typeof neighbours)[number]): Feature[] {
  const rings = outlineOf(zh)
  const [first] = rings
  if (!first) return []
  const inView = rings.flatMap(ring => clipRing(ring, view)).filter(ring => areaKm2(ring) > LEAST_LABELLED_KM2)
  const labelAt = inView.length ? roundPosition(labelPoint(largestRing(inView)), 3) : null
  const geometry: Polygon | MultiPolygon =
    rings.length === 1
      ? { type: 'Polygon', coordinates: [first] }
      : { type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) }
  return [{ type: 'Feature', properties: { kind: 'neighbour', name: { zh, en }, labelAt }, geometry }]
}

/** The Yellow River is the border between the west bank's prefectures and the east bank's. */
function isRiver({ faces }: Arc): boolean {
  const banks = [...faces].map(face => neighbours.find(({ zh }) => zh === face)?.bank)
  const isEastBank = (face: string) => counties.some(({ code }) => code === face)
  return banks.includes('west') && (banks.includes('east') || [...faces].some(isEastBank))
}

/** The river through the frame, its reaches in order from south to north. */
function river(): Feature {
  const northward = ([, from = 0]: Position, [, to = 0]: Position) => from - to
  const reaches = topology.arcs
    .filter(isRiver)
    .map(({ points }) => (northward(points[0] ?? [], points.at(-1) ?? []) > 0 ? points.toReversed() : points))
    .sort((a, b) => northward(a[0] ?? [], b[0] ?? []))
  reaches.slice(1).forEach((reach, i) => {
    if (String(reaches[i]?.at(-1)) !== String(reach[0])) throw new Error(`the river breaks off at ${reach[0]}`)
  })
  const line = reaches.flatMap((reach, i) => reach.slice(i === 0 ? 0 : 1))
  return {
    type: 'Feature',
    properties: { kind: 'river', name: { zh: '黄河', en: 'Yellow River' } },
    geometry: { type: 'LineString', coordinates: line },
  }
}

/** GeoNames knows 11 of the 13 seats; they and the source's own 13 must each lie in their county alone. */
function checkSeats(): void {
  const [text = '[]'] = readPackedFiles(places.package, [places.file])
  const all = JSON.parse(text) as { name: string; country: string; admin2: string; lng: string; lat: string }[]
  const here = all.filter(({ country, admin2 }) => country === 'CN' && admin2 === '1411')
  for (const { code, zh, place } of counties) {
    const homes = (position: Position) =>
      counties.filter(other => outlineOf(other.code).some(ring => isInside(position, ring)))
    const found = here.find(({ name }) => name === place)
    if (place && !found) throw new Error(`${places.package} has no ${place}`)
    const witnesses = [seatOf(zh), ...(found ? [[Number(found.lng), Number(found.lat)]] : [])]
    for (const position of witnesses) {
      const [home, ...others] = homes(position)
      if (home?.code !== code || others.length) throw new Error(`the seat of ${zh} at ${position} is outside it`)
    }
  }
}

/** What the tests hold the committed map against when the source is not at hand. */
function accuracy() {
  const borders = topology.arcs.filter(isCountyBorder)
  const errorsM = borders.map(arc => largestError(sourcePoints.get(arc) ?? [], arc.points))
  const all = borders.flatMap(arc => sourcePoints.get(arc) ?? [])
  return {
    toleranceM: COUNTY_TOLERANCE_M,
    largestErrorM: Number(Math.max(...errorsM).toFixed(1)),
    sourcePoints: all.length,
    keptPoints: borders.reduce((sum, arc) => sum + arc.points.length, 0),
    sourceAreaKm2: Object.fromEntries(
      countyFaces.map(({ id, rings }) => [id, Number(areaKm2(largestRing(rings)).toFixed(1))]),
    ),
    sourceBorderPoints: all.filter((_, i) => i % WITNESS_EVERY === 0).map(point => roundPosition(point, 5)),
  }
}

function collection(
  features: Feature[],
  bbox = boundsOf(features.flatMap(({ geometry }) => (geometry as Polygon).coordinates)),
) {
  return { type: 'FeatureCollection', bbox, features }
}

/** One feature a line: small, and a change shows where it is. */
function write(file: string, value: object): void {
  const { features, ...head } = value as { features?: Feature[] }
  const lines = features?.map(feature => JSON.stringify(feature)).join(',\n')
  const text = lines ? `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines}\n]}` : JSON.stringify(value)
  writeFileSync(new URL(file, import.meta.url), `${text}\n`)
}
