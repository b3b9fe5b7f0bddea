import type Supercluster from 'supercluster'
import { type Bounds, buildIndex, type PlacedCentre, type PointFeature, type ShapeCounts } from './cluster-index.ts'

export type ClusterRequest =
  | { kind: 'load'; points: PointFeature[] }
  | { kind: 'within'; id: number; bounds: Bounds; zoom: number }
  | { kind: 'expansionZoom'; id: number; clusterId: number }
export interface ClusterAnswer {
  id: number
  value: unknown
}

let index: Supercluster<PlacedCentre, ShapeCounts> | undefined

function answer(request: Exclude<ClusterRequest, { kind: 'load' }>): unknown {
  if (request.kind === 'within') return index?.getClusters(request.bounds, Math.round(request.zoom)) ?? []
  return index?.getClusterExpansionZoom(request.clusterId) ?? 0
}

self.onmessage = ({ data }: MessageEvent<ClusterRequest>) => {
  if (data.kind === 'load') index = buildIndex(data.points)
  else self.postMessage({ id: data.id, value: answer(data) } satisfies ClusterAnswer)
}
