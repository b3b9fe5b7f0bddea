import { describe, expect, test } from 'vitest'
import { dayOnAxis, dueDayInProse, fullDayInProse, rate, shanghaiSecond, shanghaiTime, signed } from './format.ts'

test('a share has one decimal and is blank where nothing is planned', () => {
  expect(rate(1, 3)).toBe('33.3')
  expect(rate(0, 5)).toBe('0.0')
  expect(rate(0, 0)).toBe('')
})

test('a change carries its sign, nought carries none', () => {
  expect([signed(3), signed(-3), signed(0), signed(-0.04, 1)]).toEqual(['+3', '−3', '0', '0.0'])
})

describe('days', () => {
  test('read as people say them', () => {
    expect(fullDayInProse('2018-07-31', 'zh')).toBe('2018年7月31日')
    expect(fullDayInProse('2018-07-31', 'en')).toBe('31 Jul 2018')
    expect(dayOnAxis('2018-03-10', 'zh')).toBe('3.10')
  })

  test('a due day names its weekday', () => {
    expect(dueDayInProse('2018-09-30', 'zh')).toBe('9月30日（周日）')
    expect(dueDayInProse('2018-03-10', 'en')).toBe('Sat 10 Mar')
  })

  test('an instant late in the UTC day belongs to the next day in Shanghai', () => {
    expect(shanghaiTime('2018-07-31T16:05:00.000Z')).toBe('2018-08-01 00:05')
    expect(shanghaiTime('2018-07-31T02:15:59.000Z')).toBe('2018-07-31 10:15')
    expect(shanghaiSecond('2018-07-31T16:05:07.900Z')).toBe('2018-08-01 00:05:07')
  })
})
