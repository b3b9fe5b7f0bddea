import type { Position } from 'geojson'
import { isInside, signedArea } from './plane.ts'

/** West, south, east, north. */
export type Frame = [west: number, south: number, east: number, north: number]

type Chain = { points: Position[]; enters: number; leaves: number }

const isWithin = ([x = 0, y = 0]: Position, [west, south, east, north]: Frame) =>
  x >= west && x <= east && y >= south && y <= north

/**
 * The parts of a closed counter-clockwise ring inside a frame, as closed counter-clockwise rings.
 * Two rings sharing an edge get exactly the same cut on it, so neighbours stay neighbours.
 */
export function clipRing(ring: Position[], frame: Frame): Position[][] {
  const chains = chainsWithin(ring, frame)
  if (chains === 'whole') return [ring]
  if (chains.length === 0) return isInside([frame[0], frame[1]], ring) ? [frameRing(frame)] : []
  return joinAlongFrame(chains, frame)
}

/** The frame itself as a closed counter-clockwise ring. */
export function frameRing([west, south, east, north]: Frame): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function chainsWithin(ring: Position[], frame: Frame): Chain[] | 'whole' {
  const start = ring.findIndex(point => !isWithin(point, frame))
  if (start < 0) return 'whole'
  const open = ring.slice(0, -1)
  const walk = [...open.slice(start), ...open.slice(0, start), open[start] as Position]
  const chains: Chain[] = []
  let current: Position[] = []
  for (let i = 1; i < walk.length; i++) {
    const cut = cutSegment(walk[i - 1] as Position, walk[i] as Position, frame)
    if (!cut) continue
    if (current.length === 0) current.push(cut.from)
    current.push(cut.to)
    if (cut.leaves) {
      chains.push(chainOf(current, frame))
      current = []
    }
  }
  return chains
}

function chainOf(points: Position[], frame: Frame): Chain {
  return {
    points,
    enters: alongFrame(points[0] as Position, frame),
    leaves: alongFrame(points.at(-1) as Position, frame),
  }
}

/** Liang–Barsky, always computed from the lesser end so that both directions agree to the bit. */
function cutSegment(from: Position, to: Position, frame: Frame) {
  const swapped = from[0] === to[0] ? (from[1] ?? 0) > (to[1] ?? 0) : (from[0] ?? 0) > (to[0] ?? 0)
  const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = swapped ? [to, from] : [from, to]
  const [west, south, east, north] = frame
  let [first, last] = [0, 1]
  for (const [reach, room] of [
    [x0 - x1, x0 - west],
    [x1 - x0, east - x0],
    [y0 - y1, y0 - south],
    [y1 - y0, north - y0],
  ] as const) {
    if (reach === 0 && room < 0) return undefined
    if (reach < 0) first = Math.max(first, room / reach)
    if (reach > 0) last = Math.min(last, room / reach)
  }
  if (first >= last) return undefined
  const at = (share: number): Position => {
    if (share === 0) return [x0, y0]
    if (share === 1) return [x1, y1]
    return snap([x0 + share * (x1 - x0), y0 + share * (y1 - y0)], frame)
  }
  const ends = swapped ? [at(last), at(first)] : [at(first), at(last)]
  return { from: ends[0] as Position, to: ends[1] as Position, leaves: swapped ? first > 0 : last < 1 }
}

function snap([x = 0, y = 0]: Position, [west, south, east, north]: Frame): Position {
  const pull = (value: number, low: number, high: number) => {
    if (Math.abs(value - low) < 1e-9) return low
    return Math.abs(value - high) < 1e-9 ? high : value
  }
  return [pull(x, west, east), pull(y, south, north)]
}

/** How far round the frame a point on it lies, counter-clockwise from the south-west, 0 to 4. */
function alongFrame([x = 0, y = 0]: Position, [west, south, east, north]: Frame): number {
  if (y === south) return (x - west) / (east - west)
  if (x === east) return 1 + (y - south) / (north - south)
  if (y === north) return 2 + (east - x) / (east - west)
  return 3 + (north - y) / (north - south)
}

function joinAlongFrame(chains: Chain[], frame: Frame): Position[][] {
  const corners = frameRing(frame).slice(0, 4)
  const waiting = new Set(chains)
  const rings: Position[][] = []
  for (const first of chains) {
    if (!waiting.delete(first)) continue
    const ring = [...first.points]
    let { leaves } = first
    for (;;) {
      const ahead = (position: number) => (position - leaves + 4) % 4
      const candidates = [...waiting, first].sort((a, b) => ahead(a.enters) - ahead(b.enters))
      const next = candidates[0] as Chain
      const passed = [0, 1, 2, 3]
        .filter(corner => ahead(corner) > 0 && ahead(corner) < ahead(next.enters))
        .sort((a, b) => ahead(a) - ahead(b))
      ring.push(...passed.map(corner => corners[corner] as Position))
      if (next === first) break
      waiting.delete(next)
      ring.push(...next.points)
      leaves = next.leaves
    }
    ring.push(ring[0] as Position)
    if (signedArea(ring) > 0) rings.push(ring)
  }
  return rings
}
