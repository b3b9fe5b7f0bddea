import type { ClusterAnswer, ClusterRequest } from './cluster.worker.ts'
import type { ClusterFeature, ClusterIndex, PointFeature } from './cluster-index.ts'

type Question = ClusterRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

/** The same index for thousands of centres: built and asked in a worker, so that dragging the map stays smooth. */
export function workerIndex(points: PointFeature[]): ClusterIndex {
  const worker = new Worker(new URL('./cluster.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (value: unknown) => void>()
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<ClusterAnswer>) => {
    waiting.get(data.id)?.(data.value)
    waiting.delete(data.id)
  }
  const ask = <T>(question: Question) =>
    new Promise<T>(resolve => {
      last += 1
      waiting.set(last, resolve as (value: unknown) => void)
      worker.postMessage({ ...question, id: last })
    })
  worker.postMessage({ kind: 'load', points } satisfies ClusterRequest)
  return {
    within: (bounds, zoom) => ask<ClusterFeature[]>({ kind: 'within', bounds, zoom }),
    expansionZoom: clusterId => ask<number>({ kind: 'expansionZoom', clusterId }),
    close: () => worker.terminate(),
  }
}
