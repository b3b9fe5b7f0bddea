import { describe, expect, it } from 'vitest'
import { localIndex, type PointFeature } from './cluster-index.ts'

const point = (code: string, shape: 'red' | 'green', lon: number, lat: number): PointFeature => ({
  type: 'Feature',
  properties: { code, shape },
  geometry: { type: 'Point', coordinates: [lon, lat] },
})
const WORLD: [number, number, number, number] = [-180, -85, 180, 85]

describe('the cluster index', () => {
  const index = localIndex([
    point('A', 'red', 111.1, 37.5),
    point('B', 'green', 111.1004, 37.5),
    point('C', 'green', 110.8, 38.2),
  ])

  it('joins markers that would touch and counts their shapes', async () => {
    const features = await index.within(WORLD, 8)
    const cluster = features.find(feature => 'cluster' in feature.properties)
    expect(features).toHaveLength(2)
    expect(cluster?.properties).toMatchObject({ red: 1, green: 1, yellow: 0 })
  })

  it('parts them again at the zoom it names', async () => {
    const features = await index.within(WORLD, 8)
    const cluster = features.find(feature => 'cluster' in feature.properties)!.properties as { cluster_id: number }
    const zoom = await index.expansionZoom(cluster.cluster_id)
    expect(await index.within(WORLD, zoom)).toHaveLength(3)
  })
})
