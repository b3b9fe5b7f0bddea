import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { describe, expect, it } from 'vitest'
import { markOf, shapeOf } from './centre-mark.ts'

const green: Centre['light'] = { colour: 'green', reasons: [], justified: null }
const centre: Parameters<typeof markOf>[0] = {
  stage: 'started',
  light: green,
  overlay: null,
  verification: 'verified',
}

describe('the mark of a centre', () => {
  it('is a plain ring while unsited and not late', () => {
    expect(shapeOf({ stage: 'proposed', light: green })).toBe('plain')
  })

  it('keeps the shape of its light while unsited and late', () => {
    expect(shapeOf({ stage: 'proposed', light: { ...green, colour: 'red' } })).toBe('red')
  })

  it('is solid when verified and cored when only reported', () => {
    expect(markOf(centre)).toEqual({ shape: 'green', fill: 'solid' })
    expect(markOf({ ...centre, verification: 'reportedOnly' })).toEqual({ shape: 'green', fill: 'cored' })
  })

  it('is hatched while suspended or under an approved delay, verified or not', () => {
    expect(markOf({ ...centre, overlay: 'suspended' }).fill).toBe('hatched')
    const justified = { reason: '天气', until: '2018-08-31' }
    expect(markOf({ ...centre, light: { ...green, justified } }).fill).toBe('hatched')
  })
})
