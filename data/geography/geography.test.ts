import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { frameRing } from './clip.ts'
import { counties, frame, view } from './map-sources.ts'
import { distanceToSegment, isInside, type PlanePoint, signedArea, toPlane } from './plane.ts'

type Name = { zh: string; en: string }
type County = Feature<Polygon, { code: string; name: Name; labelAt: Position; seat: Position }>
type Context = Feature<Polygon | MultiPolygon | LineString, { kind: string; name: Name; labelAt?: Position | null }>

const readText = (file: string) => readFileSync(new URL(file, import.meta.url))
const readFeatures = <T extends Feature>(file: string) =>
  (JSON.parse(readText(file).toString()) as { features: T[] }).features

const map = readFeatures<County>('counties.geojson')
const base = readFeatures<Context>('base.geojson')
const accuracy = JSON.parse(readText('accuracy.json').toString()) as {
  largestErrorM: number
  sourceAreaKm2: Record<string, number>
  sourceBorderPoints: Position[]
}
const neighbours = base.filter(({ properties }) => properties.kind === 'neighbour')
const river = base.filter(({ properties }) => properties.kind === 'river') as Feature<LineString>[]

const ringsOf = ({ geometry }: Feature): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}
const areaKm2 = (ring: Position[]) => signedArea(ring.map(toPlane)) / 1e6
const homesOf = (position: Position) =>
  map.filter(county => isInside(position, county.geometry.coordinates[0] ?? [])).map(county => county.properties.code)

/** How often each directed edge `from|to` is walked. */
function countEdges(features: Feature[]): Map<string, number> {
  const edges = new Map<string, number>()
  for (const ring of features.flatMap(ringsOf)) {
    for (const [i, to] of ring.slice(1).entries()) {
      const edge = `${ring[i]}|${to}`
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    }
  }
  return edges
}

const reversed = (edge: string) => edge.split('|').reverse().join('|')

/** Edges walked one way only: the outline of the whole. */
function outlineOf(features: Feature[]): string[] {
  const edges = countEdges(features)
  return [...edges.keys()].filter(edge => !edges.has(reversed(edge)))
}

/** GeoNames places in WGS-84 (CC BY 4.0), which has 11 of the 13 seats to within some kilometres. */
const GEONAMES_SEATS: [code: string, position: [number, number]][] = [
  ['141102', [111.13417, 37.51556]],
  ['141121', [112.02333, 37.43278]],
  ['141122', [112.16053, 37.54722]],
  ['141123', [111.16664, 38.48064]],
  ['141124', [111.02059, 37.97965]],
  ['141125', [110.90189, 37.45333]],
  ['141126', [110.844, 36.99949]],
  ['141127', [111.70352, 38.29442]],
  ['141128', [111.25544, 37.89311]],
  ['141129', [111.20523, 37.34]],
  ['141130', [111.2091, 36.97306]],
]

describe('the county map', () => {
  it('has the 13 counties by code, with their names', () => {
    expect(map.map(({ properties }) => [properties.code, properties.name.zh, properties.name.en])).toEqual(
      counties.map(({ code, zh, en }) => [code, zh, en]),
    )
  })

  it('closes every ring, counter-clockwise, with at most five decimals', () => {
    for (const [ring, ...holes] of map.map(ringsOf)) {
      expect(holes).toEqual([])
      expect(ring?.[0]).toEqual(ring?.at(-1))
      expect(areaKm2(ring ?? [])).toBeGreaterThan(0)
      expect(ring?.flat().filter(value => value !== Number(value.toFixed(5)))).toEqual([])
    }
  })

  it('walks no edge twice the same way, so counties do not overlap', () => {
    expect([...countEdges(map)].filter(([, count]) => count > 1)).toEqual([])
  })

  it('has one outline, without gaps between counties', () => {
    const outline = outlineOf(map)
    const next = new Map(outline.map(edge => edge.split('|') as [string, string]))
    expect(next.size).toBe(outline.length)
    const start = [...next.keys()][0] ?? ''
    let steps = 1
    for (let at = next.get(start); at !== start && at !== undefined; at = next.get(at)) steps++
    expect(steps).toBe(outline.length)
  })

  it('shares every outline edge with a neighbour prefecture, which walks it the other way', () => {
    const context = countEdges(neighbours)
    expect(outlineOf(map).filter(edge => context.get(reversed(edge)) !== 1)).toEqual([])
  })

  it('has each seat and each label in its own county and no other', () => {
    for (const { properties } of map) {
      expect(homesOf(properties.seat)).toEqual([properties.code])
      expect(homesOf(properties.labelAt)).toEqual([properties.code])
    }
  })

  it.each(GEONAMES_SEATS)('has the seat GeoNames knows in %s, within 5 km of its own', (code, position) => {
    expect(homesOf(position)).toEqual([code])
    const seat = map.find(({ properties }) => properties.code === code)?.properties.seat ?? []
    expect(distanceToSegment(toPlane(position), toPlane(seat), toPlane(seat))).toBeLessThan(5000)
  })

  it('keeps within 60 m of the source', () => {
    expect(accuracy.largestErrorM).toBeLessThanOrEqual(60)
    const borders = map.flatMap(ringsOf).map(ring => ring.map(toPlane))
    const distanceToBorder = (position: Position) => {
      const point = toPlane(position)
      const distances = borders.flatMap(ring =>
        ring.slice(1).map((end, i) => distanceToSegment(point, ring[i] as PlanePoint, end)),
      )
      return Math.min(...distances)
    }
    expect(accuracy.sourceBorderPoints.length).toBeGreaterThan(200)
    expect(accuracy.sourceBorderPoints.filter(position => distanceToBorder(position) > 60)).toEqual([])
  })

  it('keeps each county’s area to a third of a per cent, and Lüliang’s 21,100 km²', () => {
    const areas = map.map(({ properties, geometry }) => ({
      source: accuracy.sourceAreaKm2[properties.code] ?? 0,
      kept: areaKm2(geometry.coordinates[0] ?? []),
    }))
    expect(areas.filter(({ source, kept }) => Math.abs(kept / source - 1) > 0.0033)).toEqual([])
    const whole = areas.reduce((sum, { kept }) => sum + kept, 0)
    expect(Math.abs(whole - 21_100)).toBeLessThan(100)
  })
})

describe('the context', () => {
  it('fills the frame round Lüliang without overlaps, and without gaps but two specks of the source far out', () => {
    const area = [...map, ...neighbours].flatMap(ringsOf).reduce((sum, ring) => sum + areaKm2(ring), 0)
    expect(Math.abs(area / areaKm2(frameRing(frame)) - 1)).toBeLessThan(1e-7)
    expect([...countEdges([...map, ...neighbours])].filter(([, count]) => count > 1)).toEqual([])
    const gaps = outlineOf([...map, ...neighbours]).filter(edge => !isOnFrame(edge))
    expect(gaps.filter(isInView)).toEqual([])
  })

  it('reaches beyond a 16:9 view of the whole of Lüliang by a fifth and more on every side', () => {
    const points = map.flatMap(ringsOf).flat()
    const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)]
    const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
    const height = Math.max(...lats) - Math.min(...lats)
    const width = (height * 16) / 9 / Math.cos((middle(lats) * Math.PI) / 180)
    const [west, south, east, north] = frame
    expect(Math.min(middle(lons) - west, east - middle(lons)) / (width / 2)).toBeGreaterThan(1.2)
    expect(Math.min(middle(lats) - south, north - middle(lats)) / (height / 2)).toBeGreaterThan(1.2)
  })

  it('labels neighbours inside themselves', () => {
    const labelled = neighbours.filter(({ properties }) => properties.labelAt)
    expect(labelled.map(({ properties }) => properties.name.zh)).toEqual(
      expect.arrayContaining(['忻州', '太原', '晋中', '榆林', '延安']),
    )
    const strays = labelled.filter(
      feature => !ringsOf(feature).some(ring => isInside(feature.properties.labelAt ?? [], ring)),
    )
    expect(strays).toEqual([])
  })

  it('has the Yellow River as one line from south to north, on the borders it follows', () => {
    const [line = [], ...others] = river.map(({ geometry }) => geometry.coordinates)
    expect(others).toEqual([])
    const edges = countEdges([...map, ...neighbours])
    expect(line.slice(1).filter((to, i) => !edges.has(`${line[i]}|${to}`) && !edges.has(`${to}|${line[i]}`))).toEqual(
      [],
    )
    expect([line[0]?.[1], line.at(-1)?.[1]]).toEqual([frame[1], frame[3]])
  })

  it('runs the river along four counties: Xing, Lin, Liulin and Shilou', () => {
    const [line = []] = river.map(({ geometry }) => geometry.coordinates)
    const bank = new Set(line.map(String))
    const along = map.filter(
      county =>
        ringsOf(county)
          .flat()
          .filter(point => bank.has(String(point))).length > 2,
    )
    expect(along.map(({ properties }) => properties.code)).toEqual(['141123', '141124', '141125', '141126'])
  })
})

describe('the files', () => {
  it('weigh at most 25 kB together, gzipped', () => {
    const sizes = ['counties.geojson', 'base.geojson'].map(file => gzipSync(readText(file), { level: 9 }).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000)
  })
})

function isInView(edge: string): boolean {
  const [lon = 0, lat = 0] = edge.split('|')[0]?.split(',').map(Number) ?? []
  return isInside([lon, lat], frameRing(view))
}

/** Whether both ends of an edge lie on the same side of the frame. */
function isOnFrame(edge: string): boolean {
  const [from = [], to = []] = edge.split('|').map(end => end.split(',').map(Number))
  const [west, south, east, north] = frame
  return (
    [west, east].some(lon => from[0] === lon && to[0] === lon) ||
    [south, north].some(lat => from[1] === lat && to[1] === lat)
  )
}
