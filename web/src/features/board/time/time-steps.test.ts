import { describe, expect, it } from 'vitest'
import { dayForKey, stepDay } from './time-steps.ts'

const span = {
  first: '2018-01-01',
  last: '2018-12-31',
  nodes: ['2018-03-10', '2018-05-31', '2018-09-30'],
}

describe('a step of the time control', () => {
  it('goes a day or a week and stays inside its span', () => {
    expect(stepDay('2018-02-28', 'day', 1, span)).toBe('2018-03-01')
    expect(stepDay('2018-07-31', 'week', -1, span)).toBe('2018-07-24')
    expect(stepDay('2018-12-30', 'week', 1, span)).toBe('2018-12-31')
    expect(stepDay('2018-01-01', 'day', -1, span)).toBe('2018-01-01')
  })

  it('goes from node to node and then to the end', () => {
    expect(stepDay('2018-05-31', 'node', 1, span)).toBe('2018-09-30')
    expect(stepDay('2018-05-31', 'node', -1, span)).toBe('2018-03-10')
    expect(stepDay('2018-09-30', 'node', 1, span)).toBe('2018-12-31')
    expect(stepDay('2018-02-01', 'node', -1, span)).toBe('2018-01-01')
  })
})

describe('the keys of the time control', () => {
  it('move by the step, by the larger step, and to the ends', () => {
    const at = (key: string) => dayForKey(key, '2018-07-31', 'day', span)
    expect(['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End'].map(at)).toEqual([
      '2018-08-01',
      '2018-07-30',
      '2018-08-07',
      '2018-07-24',
      '2018-01-01',
      '2018-12-31',
    ])
  })

  it('leave other keys alone', () => {
    expect(dayForKey('Tab', '2018-07-31', 'day', span)).toBeNull()
  })
})
