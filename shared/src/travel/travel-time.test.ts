import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, estimateMinutes, legBetween, pairOf, travelTable, typedKey } from './travel-time.ts'

describe('the estimate', () => {
  test.each([
    [0, 0],
    [1, 9],
    [5, 23],
    [10, 41],
    [12, 41],
    [15, 41],
    [20, 53],
    [40, 101],
    [60, 101],
    [100, 161],
  ])('of %d km as the crow flies is %d minutes', (km, minutes) => {
    expect(estimateMinutes(km)).toBe(minutes)
  })

  test('is never less for a longer way', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (km, more) => {
          expect(estimateMinutes(km + more)).toBeGreaterThanOrEqual(estimateMinutes(km))
        },
      ),
    )
  })
})

const LISHI = { id: 'a', county: '141102', position: [111.14, 37.52] } as const
const LIN = { id: 'b', county: '141124', position: [110.99, 37.95] } as const
const leg = (driven: number) => ({ from: '141124', to: '141102', estimated: 100, driven })

describe('what was driven', () => {
  test('counts once there are five legs between two counties, whichever way, by the median', () => {
    expect(calibrate([110, 120, 130, 400].map(leg)).thousandths.size).toBe(0)
    const known = calibrate([110, 120, 130, 400, 100].map(leg))
    expect(known.thousandths.get(pairOf('141102', '141124'))).toBe(1200)
    const { minutes, source } = legBetween(LISHI, LIN, known)
    expect(source).toBe('calibrated')
    expect(minutes).toBe(Math.ceil(legBetween(LISHI, LIN).minutes * 1.2))
  })

  test('never more than halves it or makes it two and a half times as long', () => {
    const [pair] = [pairOf('141102', '141124')]
    expect(calibrate([1, 2, 3, 4, 5].map(leg)).thousandths.get(pair)).toBe(500)
    expect(calibrate([900, 900, 900, 900, 900].map(leg)).thousandths.get(pair)).toBe(2500)
  })
})

describe('the table', () => {
  const places = [LISHI, LIN].map(({ id, county, position }) => ({
    id,
    county,
    position: [...position] as [number, number],
  }))

  test('is estimated where nothing better is known, and says so', () => {
    const { minutes, sources } = travelTable({ places })
    expect(minutes[0]?.[1]).toBe(minutes[1]?.[0])
    expect(sources[0]?.[1]).toBe('estimate')
    expect([minutes[0]?.[0], minutes[1]?.[1]]).toEqual([0, 0])
  })

  test('takes minutes typed before those driven, those before a router’s, those before the estimate', () => {
    const routed = [
      [0, 55],
      [null, 0],
    ]
    const calibration = calibrate([110, 120, 130, 140, 100].map(leg))
    const typed = new Map([[typedKey('a', 'b'), 42]])
    const of = (input: object) => travelTable({ places, ...input })
    expect(of({ routed }).minutes[0]?.[1]).toBe(55)
    expect(of({ routed }).sources[1]?.[0]).toBe('estimate')
    expect(of({ routed, calibration }).sources[0]?.[1]).toBe('calibrated')
    expect(of({ routed, calibration, typed }).minutes[0]?.[1]).toBe(42)
  })
})
