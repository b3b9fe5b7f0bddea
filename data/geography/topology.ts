import type { Position } from 'geojson'

/** A piece of border between two junctions, shared by one or two faces. */
export type Arc = { points: Position[]; faces: Set<string> }

/** One side's way along an arc. */
export type ArcUse = { arc: Arc; isReversed: boolean }

/** Every ring of every face, as the arcs it runs along. */
export type Topology = { arcs: Arc[]; rings: { face: string; uses: ArcUse[] }[] }

const keyOf = (point: Position) => point.join(',')
const edgeKey = (from: string, to: string) => (from < to ? `${from}|${to}` : `${to}|${from}`)

/**
 * Cuts closed rings into arcs at their junctions: where borders meet, or where the pair of
 * faces along a border changes. A border is stored once however many faces use it, so whatever
 * is done to the arc is done to both sides.
 *
 * @throws when a ring touches no other face, or fewer than two junctions stand on it
 */
export function buildTopology(faces: { id: string; rings: Position[][] }[]): Topology {
  const isJunction = findJunctions(faces)
  const byEdges = new Map<string, Arc>()
  const rings = faces.flatMap(({ id, rings }) =>
    rings.map(ring => ({
      face: id,
      uses: splitAtJunctions(ring, isJunction).map(points => {
        const name = arcName(points)
        const known = byEdges.get(name)
        const arc = known ?? { points, faces: new Set<string>() }
        byEdges.set(name, arc)
        arc.faces.add(id)
        return { arc, isReversed: keyOf(arc.points[1] as Position) !== keyOf(points[1] as Position) }
      }),
    })),
  )
  return { arcs: [...byEdges.values()], rings }
}

/** The closed ring that a face's arc uses spell out. */
export function stitch(uses: ArcUse[]): Position[] {
  const ring: Position[] = []
  for (const { arc, isReversed } of uses) {
    const points = isReversed ? arc.points.toReversed() : arc.points
    ring.push(...(ring.length ? points.slice(1) : points))
  }
  return ring
}

function findJunctions(faces: { id: string; rings: Position[][] }[]): (point: Position) => boolean {
  const facesOfEdge = new Map<string, string>()
  const edgesOfPoint = new Map<string, Set<string>>()
  for (const { id, rings } of faces) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [keyOf(ring[i - 1] as Position), keyOf(ring[i] as Position)]
        const edge = edgeKey(from, to)
        facesOfEdge.set(edge, [facesOfEdge.get(edge), id].filter(Boolean).sort().join(' '))
        for (const end of [from, to]) {
          edgesOfPoint.set(end, (edgesOfPoint.get(end) ?? new Set()).add(edge))
        }
      }
    }
  }
  return point => {
    const edges = [...(edgesOfPoint.get(keyOf(point)) ?? [])]
    return edges.length !== 2 || new Set(edges.map(edge => facesOfEdge.get(edge))).size > 1
  }
}

function splitAtJunctions(ring: Position[], isJunction: (point: Position) => boolean): Position[][] {
  const start = ring.findIndex(isJunction)
  if (start < 0) throw new Error(`a ring at ${ring[0]?.join(',')} touches no other face`)
  const open = ring.slice(0, -1)
  const walk = [...open.slice(start), ...open.slice(0, start), open[start] as Position]
  const arcs: Position[][] = []
  let current = [walk[0] as Position]
  for (const point of walk.slice(1)) {
    current.push(point)
    if (isJunction(point)) {
      arcs.push(current)
      current = [point]
    }
  }
  return arcs
}

function arcName(points: Position[]): string {
  const keys = points.map(keyOf)
  const first = edgeKey(keys[0] as string, keys[1] as string)
  const last = edgeKey(keys.at(-2) as string, keys.at(-1) as string)
  return first < last ? `${first} ${last}` : `${last} ${first}`
}
