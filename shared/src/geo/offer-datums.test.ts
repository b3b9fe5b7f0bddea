import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertDatum, type LngLat } from './datum.ts'
import { offerDatums } from './offer-datums.ts'
import { type AreaGeometry, contains, distanceM, distanceToBorderM } from './polygon.ts'

const county: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [111, 37],
      [111.5, 37],
      [111.5, 37.5],
      [111, 37.5],
      [111, 37],
    ],
  ],
}
const metresOutside = (point: LngLat) => (contains(county, point) ? 0 : distanceToBorderM(county, point))
const offered = (point: LngLat) => offerDatums(point, metresOutside).map(({ datum }) => datum)

test('a point inside, or far away, is offered nothing', () => {
  expect(offered([111.25, 37.25])).toEqual([])
  expect(offered([113, 39])).toEqual([])
})

test.each(['gcj02', 'bd09'] as const)(
  'a place inside shown across the border by a map in %s is offered back',
  datum => {
    fc.assert(
      fc.property(fc.double({ min: 111.001, max: 111.499, noNaN: true }), lon => {
        const place: LngLat = [lon, 37.499]
        const shown = convertDatum(place, 'wgs84', datum)
        fc.pre(metresOutside(shown) > 0)
        const offer = offerDatums(shown, metresOutside).find(one => one.datum === datum)
        expect(distanceM(offer?.point ?? [0, 0], place)).toBeLessThan(0.5)
      }),
      { numRuns: 50 },
    )
  },
)
