import { describe, expect, test } from 'vitest'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { workdaysOf } from './workdays.ts'

const workdays = workdaysOf([calendar2018])

describe('workdays of 2018', () => {
  test.each([
    ['2018-09-30', true],
    ['2018-10-01', false],
    ['2018-10-07', false],
    ['2018-04-08', true],
    ['2018-12-31', false],
    ['2018-12-29', true],
    ['2018-03-10', false],
    ['2018-05-31', true],
  ])('%s is a workday: %s', (date, is) => expect(workdays.isWorkday(date)).toBe(is))

  test('the nearest workday is found on either side', () => {
    expect(workdays.onOrAfter('2018-10-05')).toBe('2018-10-08')
    expect(workdays.onOrBefore('2018-03-10')).toBe('2018-03-09')
    expect(workdays.onOrAfter('2018-06-05')).toBe('2018-06-05')
  })

  test('a year without an announcement is said to be unknown', () => {
    expect(workdays.knows(2018)).toBe(true)
    expect(workdays.knows(2019)).toBe(false)
  })
})
