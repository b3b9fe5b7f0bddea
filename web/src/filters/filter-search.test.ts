import { describe, expect, it } from 'vitest'
import { filterParams, filterSearchSchema, isFiltered } from './filter-search.ts'

describe('the filters of an address', () => {
  it('are read from plain words', () => {
    const search = {
      county: '141124,141126',
      light: 'red,yellow',
      gap: 'unverified,dayDiffers',
      priority: 'true',
      q: '石蕨',
      basis: 'verified',
    }
    expect(filterSearchSchema.parse(search)).toMatchObject({
      county: ['141124', '141126'],
      light: ['red', 'yellow'],
      gap: ['unverified', 'dayDiffers'],
      priority: true,
      q: '石蕨',
      basis: 'verified',
    })
  })

  it('are left out where they cannot be understood', () => {
    const search = filterSearchSchema.parse({ county: '临县', light: 'purple', priority: 'maybe', basis: 'x', q: '' })
    expect(Object.values(search).filter(value => value !== undefined)).toEqual([])
  })

  it('become parameters of the API, the default basis and the default day unsaid', () => {
    const params = filterParams({ light: ['red', 'blue'], basis: 'reported', located: false })
    expect(Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))).toEqual({
      light: 'red,blue',
      located: false,
    })
  })

  it('narrow the page unless they only choose the day or the basis', () => {
    expect(isFiltered({ ...({ asOf: '2018-05-01' } as object), basis: 'verified' })).toBe(false)
    expect(isFiltered({ located: false })).toBe(true)
  })
})
