export interface Pixel {
  x: number
  y: number
}
export interface LabelToPlace {
  code: string
  /** Outline of the area in pixels; the label keeps inside it where it can. */
  ring: readonly Pixel[]
  anchor: Pixel
  width: number
  height: number
}

const STEP = 9
const REACH = 11
const MARKER_RADIUS = 11
const COST = { marker: 150, label: 300, corner: 20, outside: 300 }

function isInside({ x, y }: Pixel, ring: readonly Pixel[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i]!
    const b = ring[j]!
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** How deep a marker at `marker` reaches into the label centred on `at`, in pixels; 0 when clear of it. */
function overlap(at: Pixel, label: LabelToPlace, marker: Pixel): number {
  const dx = Math.max(0, Math.abs(marker.x - at.x) - label.width / 2)
  const dy = Math.max(0, Math.abs(marker.y - at.y) - label.height / 2)
  return Math.max(0, MARKER_RADIUS - Math.hypot(dx, dy))
}

function touches(at: Pixel, label: LabelToPlace, other: Pixel, otherLabel: LabelToPlace): boolean {
  return (
    Math.abs(at.x - other.x) < (label.width + otherLabel.width) / 2 &&
    Math.abs(at.y - other.y) < (label.height + otherLabel.height) / 2
  )
}

function corners(at: Pixel, { width, height }: LabelToPlace): Pixel[] {
  const [w, h] = [width / 2, height / 2]
  return [
    { x: at.x - w, y: at.y - h },
    { x: at.x + w, y: at.y - h },
    { x: at.x - w, y: at.y + h },
    { x: at.x + w, y: at.y + h },
  ]
}

const farness = ({ x, y }: Pixel) => Math.hypot(x, y) / 4

/** Where a label may move to from its anchor, the nearest first, so that a good place ends the search. */
const MOVES: readonly Pixel[] = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => ({
  x: ((i % (2 * REACH + 1)) - REACH) * STEP,
  y: (Math.floor(i / (2 * REACH + 1)) - REACH) * STEP,
})).sort((a, b) => farness(a) - farness(b))

/**
 * A place for each label: inside its own area, clear of the markers and of the labels already placed, and as near
 * its anchor as that allows. Everything in pixels of the present zoom; the same input gives the same places.
 */
export function placeLabels(labels: readonly LabelToPlace[], markers: readonly Pixel[]): Map<string, Pixel> {
  const placed: { label: LabelToPlace; at: Pixel }[] = []
  for (const label of labels) {
    const reach = REACH * STEP + label.width
    const near = markers.filter(m => Math.abs(m.x - label.anchor.x) < reach && Math.abs(m.y - label.anchor.y) < reach)
    const cost = (at: Pixel, far: number, limit: number) => {
      let sum = far
      for (const marker of near) sum += (overlap(at, label, marker) * COST.marker) / MARKER_RADIUS
      for (const other of placed) if (touches(at, label, other.at, other.label)) sum += COST.label
      if (sum >= limit) return sum
      if (!isInside(at, label.ring)) sum += COST.outside
      for (const corner of corners(at, label)) if (!isInside(corner, label.ring)) sum += COST.corner
      return sum
    }
    let best = label.anchor
    let least = Number.POSITIVE_INFINITY
    for (const move of MOVES) {
      const far = farness(move)
      if (far >= least) break
      const at = { x: label.anchor.x + move.x, y: label.anchor.y + move.y }
      const sum = cost(at, far, least)
      if (sum < least) [best, least] = [at, sum]
    }
    placed.push({ label, at: best })
  }
  return new Map(placed.map(({ label, at }) => [label.code, at]))
}
