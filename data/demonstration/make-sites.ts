import { readFileSync, writeFileSync } from 'node:fs'
import type { LngLat } from '@lvliang/shared/geo/datum'
import { type AreaGeometry, contains, distanceM, distanceToBorderM } from '@lvliang/shared/geo/polygon'
import type { FeatureCollection, Polygon } from 'geojson'
import { NAMES } from './names.ts'
import { createRandom, type Random } from './random.ts'

/**
 * Places the invented villages on the map, once: `sites.json` is kept, so that a redrawn border does not move
 * them. Each point is the best of many: far from its neighbours, never near the border.
 */
const SEED = 2018
const BORDER_M = 3000
const CANDIDATES = 60

interface Box {
  west: number
  south: number
  east: number
  north: number
}

function boxOf(ring: readonly (readonly number[])[]): Box {
  const lons = ring.map(point => point[0] as number)
  const lats = ring.map(point => point[1] as number)
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) }
}

function drawInside(area: AreaGeometry, box: Box, random: Random): LngLat {
  for (;;) {
    const lon = random.int(Math.ceil(box.west * 10_000), Math.floor(box.east * 10_000)) / 10_000
    const lat = random.int(Math.ceil(box.south * 10_000), Math.floor(box.north * 10_000)) / 10_000
    if (contains(area, [lon, lat]) && distanceToBorderM(area, [lon, lat]) >= BORDER_M) return [lon, lat]
  }
}

/** Mitchell's best candidate: of many draws, the one farthest from all placed so far. */
function drawApart(placed: readonly LngLat[], draw: () => LngLat): LngLat {
  let best = draw()
  let bestM = -1
  for (let i = 0; i < CANDIDATES; i++) {
    const candidate = draw()
    const nearestM = Math.min(...placed.map(other => distanceM(other, candidate)), 1e7)
    if (nearestM > bestM) [best, bestM] = [candidate, nearestM]
  }
  return best
}

const map = JSON.parse(
  readFileSync(new URL('../geography/counties.geojson', import.meta.url), 'utf8'),
) as FeatureCollection<Polygon, { code: string }>

let slot = 0
const lines = Object.entries(NAMES).flatMap(([countyCode, towns], stream) => {
  const county = map.features.find(feature => feature.properties.code === countyCode)
  if (county === undefined) throw new Error(`no polygon for ${countyCode}`)
  const area = county.geometry as unknown as AreaGeometry
  const random = createRandom(SEED, stream)
  const box = boxOf(county.geometry.coordinates[0] ?? [])
  const villages = towns.flatMap(([town, names]) => names.map(name => ({ town, village: `${name}村` })))
  const points: LngLat[] = []
  for (const _ of villages) points.push(drawApart(points, () => drawInside(area, box, random)))
  points.sort((a, b) => b[1] - a[1])
  return villages.map((village, i) => {
    const [lon, lat] = points[i] as LngLat
    return JSON.stringify({ code: `LL2018-${String(++slot).padStart(3, '0')}`, countyCode, ...village, lon, lat })
  })
})
writeFileSync(new URL('sites.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
console.log(`placed ${lines.length} invented villages`)
