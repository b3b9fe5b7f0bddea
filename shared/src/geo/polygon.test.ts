import { describe, expect, test } from 'vitest'
import { contains, distanceM, distanceToBorderM, type PolygonGeometry } from './polygon.ts'

const square: PolygonGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [111, 37],
      [112, 37],
      [112, 38],
      [111, 38],
      [111, 37],
    ],
    [
      [111.4, 37.4],
      [111.4, 37.6],
      [111.6, 37.6],
      [111.6, 37.4],
      [111.4, 37.4],
    ],
  ],
}

describe('polygons', () => {
  test('hold what is inside the outline and in no hole', () => {
    expect(contains(square, [111.2, 37.2])).toBe(true)
    expect(contains(square, [111.5, 37.5])).toBe(false)
    expect(contains(square, [112.1, 37.5])).toBe(false)
    expect(contains({ type: 'MultiPolygon', coordinates: [square.coordinates] }, [111.2, 37.2])).toBe(true)
  })

  test('the border is as far as the nearest edge from either side', () => {
    const west = distanceM([111, 37.2], [111.01, 37.2])
    expect(distanceToBorderM(square, [111.01, 37.2])).toBeCloseTo(west, -1)
    expect(distanceToBorderM(square, [110.99, 37.2])).toBeCloseTo(west, -1)
  })

  test('a degree of latitude is 111.2 km', () => {
    expect(distanceM([111, 37], [111, 38]) / 1000).toBeCloseTo(111.2, 1)
  })
})
