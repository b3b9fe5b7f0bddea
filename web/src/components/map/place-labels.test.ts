import { describe, expect, it } from 'vitest'
import { placeLabels } from './place-labels.ts'

const square = (x: number, y: number, size: number) => [
  { x, y },
  { x: x + size, y },
  { x: x + size, y: y + size },
  { x, y: y + size },
]
const label = { code: '141102', ring: square(0, 0, 200), anchor: { x: 100, y: 100 }, width: 40, height: 16 }

describe('placing county labels', () => {
  it('keeps a label on its anchor when nothing is in the way', () => {
    expect(placeLabels([label], []).get('141102')).toEqual({ x: 100, y: 100 })
  })

  it('moves a label clear of a marker and keeps it inside its area', () => {
    const at = placeLabels([label], [{ x: 100, y: 100 }]).get('141102')!
    const clear = Math.max(Math.abs(at.x - 100) - 20, Math.abs(at.y - 100) - 8)
    expect(clear).toBeGreaterThanOrEqual(10)
    expect(at.x).toBeGreaterThan(20)
    expect(at.x).toBeLessThan(180)
  })

  it('keeps two labels apart', () => {
    const other = { ...label, code: '141121' }
    const places = placeLabels([label, other], [])
    const a = places.get('141102')!
    const b = places.get('141121')!
    expect(Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 16).toBe(true)
  })
})
