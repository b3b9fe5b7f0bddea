import { expect, test } from 'vitest'
import { createCandidate } from '../../../../../test/factories/candidates.ts'
import { isRecused, nextWeekday, overCap } from './plan-rules.ts'

test('a visit is planned for the next day from Monday to Friday', () => {
  expect(['2018-07-31', '2018-08-03', '2018-08-04'].map(nextWeekday)).toEqual([
    '2018-08-01',
    '2018-08-06',
    '2018-08-06',
  ])
})

test('one visit more than the cap warns, in the quarter that is counted', () => {
  const full = createCandidate({ code: 'a', visitsThisQuarter: 2 })
  const free = createCandidate({ code: 'b', visitsThisQuarter: 1 })
  expect(overCap([full, free], '2018-09-30', '2018-07-31', 2)).toEqual([full])
  expect(overCap([full, free], '2018-10-01', '2018-07-31', 2)).toEqual([])
})

test('who is at home in a county visited is recused, the city office never', () => {
  const inspector = { accountId: 'a', name: '张三', role: 'inspector' as const, homeCounty: '141124' }
  expect(isRecused(inspector, new Set(['141124', '141123']))).toBe(true)
  expect(isRecused(inspector, new Set(['141123']))).toBe(false)
  expect(isRecused({ ...inspector, homeCounty: null }, new Set(['141124']))).toBe(false)
})
