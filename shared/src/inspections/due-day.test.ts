import { expect, test } from 'vitest'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { workdaysOf } from '../dates/workdays.ts'
import { workdaysAfter } from './due-day.ts'

const workdays = workdaysOf([calendar2018])

test.each([
  ['2018-07-31', 0, '2018-07-31'],
  ['2018-07-31', 1, '2018-08-01'],
  ['2018-07-31', 3, '2018-08-03'],
  // Over a weekend.
  ['2018-07-31', 4, '2018-08-06'],
  ['2018-07-27', 1, '2018-07-30'],
  // From a weekend: Monday is the first.
  ['2018-07-28', 0, '2018-07-30'],
  ['2018-07-28', 1, '2018-07-30'],
  ['2018-07-28', 2, '2018-07-31'],
  // National Day: 1–7 October off, 29 and 30 September worked.
  ['2018-09-28', 1, '2018-09-29'],
  ['2018-09-28', 2, '2018-09-30'],
  ['2018-09-28', 3, '2018-10-08'],
  ['2018-10-01', 1, '2018-10-08'],
])('%s and %i workdays is %s', (date, n, due) => expect(workdaysAfter(date, n, workdays)).toBe(due))
