import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertDatum, type LngLat } from './datum.ts'
import { distanceM } from './polygon.ts'

const lishi: LngLat = [111.134, 37.524]

describe('datum conversion', () => {
  test('GCJ-02 lies 300 to 700 m from WGS-84 in Lüliang', () => {
    const shift = distanceM(lishi, convertDatum(lishi, 'wgs84', 'gcj02'))
    expect(shift).toBeGreaterThan(300)
    expect(shift).toBeLessThan(700)
  })

  test('going there and back returns the same place to half a metre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 110, max: 113, noNaN: true }),
        fc.double({ min: 36, max: 39, noNaN: true }),
        fc.constantFrom('gcj02' as const, 'bd09' as const),
        (lon, lat, datum) => {
          const back = convertDatum(convertDatum([lon, lat], 'wgs84', datum), datum, 'wgs84')
          expect(distanceM([lon, lat], back)).toBeLessThan(0.5)
        },
      ),
    )
  })
})
