import { describe, expect, it } from 'vitest'
import { shadeOf } from './shading.ts'

describe('the shade of a county', () => {
  it('steps every 20 per cent', () => {
    expect([0, 19, 20, 59, 60, 80, 100].map(done => shadeOf(done, 100))).toEqual([0, 0, 1, 2, 3, 4, 4])
  })

  it('is none where a filter leaves no slot', () => {
    expect(shadeOf(0, 0)).toBeNull()
  })
})
