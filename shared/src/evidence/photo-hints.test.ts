import { describe, expect, test } from 'vitest'
import { convertDatum } from '../geo/datum.ts'
import { distanceToSite, type PhotoContext, type PhotoFacts, photoHints } from './photo-hints.ts'

const site = { lon: 111.134, lat: 37.525 }
/** About 111 m to the north for each thousandth of a degree. */
const north = (thousandths: number) => ({ lon: site.lon, lat: site.lat + thousandths / 1000 })
const at = ([lon, lat]: readonly [number, number]) => ({ lon, lat })

const hints = (facts: Partial<PhotoFacts>, context: Partial<PhotoContext> = {}) =>
  photoHints({ takenAt: null, takenPosition: null, ...facts }, { site, reportedOn: null, alsoAt: [], ...context })
const codes = (...args: Parameters<typeof hints>) => hints(...args).map(({ code }) => code)

describe('where a photo was taken', () => {
  test('says nothing when the photo does not tell', () => {
    expect(codes({})).toEqual([])
  })

  test('says nothing while the centre is not sited', () => {
    expect(codes({ takenPosition: north(50) }, { site: null })).toEqual([])
  })

  test('near the site is as it should be', () => {
    expect(codes({ takenPosition: north(1) })).toEqual([])
  })

  test('far from the site is a hint that says how far', () => {
    const [hint] = hints({ takenPosition: north(10) })
    expect(hint?.code).toBe('far')
    expect(hint?.params.metres).toBeGreaterThan(1100)
    expect(hint?.params.metres).toBeLessThan(1125)
  })

  test('displaced as GCJ-02 displaces is a mix-up of datums, whichever of the two is wrong', () => {
    const there = [site.lon, site.lat] as const
    expect(codes({ takenPosition: at(convertDatum(there, 'wgs84', 'gcj02')) })).toEqual(['shifted'])
    expect(codes({ takenPosition: at(convertDatum(there, 'gcj02', 'wgs84')) })).toEqual(['shifted'])
  })

  test('as far off in another direction is merely far', () => {
    expect(codes({ takenPosition: north(-5) })).toEqual(['far'])
  })

  test('the distance is whole metres, or unknown', () => {
    const facts = { takenAt: null, takenPosition: north(1) }
    expect(distanceToSite(facts, { site, reportedOn: null, alsoAt: [] })).toBe(111)
    expect(distanceToSite(facts, { site: null, reportedOn: null, alsoAt: [] })).toBeNull()
  })
})

describe('when a photo was taken', () => {
  test('another day than reported is a hint', () => {
    expect(hints({ takenAt: '2018-05-19T23:59:59' }, { reportedOn: '2018-05-20' })).toEqual([
      { code: 'otherDay', params: { takenOn: '2018-05-19', reportedOn: '2018-05-20' } },
    ])
  })

  test('the same day is none, nor is a photo without a day or without a report', () => {
    expect(codes({ takenAt: '2018-05-20T08:00:00' }, { reportedOn: '2018-05-20' })).toEqual([])
    expect(codes({}, { reportedOn: '2018-05-20' })).toEqual([])
    expect(codes({ takenAt: '2018-05-20T08:00:00' })).toEqual([])
  })
})

test('the same picture elsewhere names each centre that holds it', () => {
  expect(hints({}, { alsoAt: ['LL2018-002', 'LL2018-009'] })).toEqual([
    { code: 'reused', params: { centre: 'LL2018-002' } },
    { code: 'reused', params: { centre: 'LL2018-009' } },
  ])
})
