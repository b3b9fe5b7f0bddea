import { expect, test } from 'vitest'
import { fundBars, fundRows } from './fund-rows.ts'

const money = { plannedFen: 100, issuedFen: 80, disbursedFen: 60, receivedFen: 40, paidFen: 50 }

test('a kind that runs ahead of the one before it is drawn behind, so both are seen', () => {
  expect(fundBars(money, 200).map(({ column, share }) => `${column} ${share}`)).toEqual([
    'planned 0.5',
    'issued 0.4',
    'disbursed 0.3',
    'paid 0.25',
    'received 0.2',
  ])
})

test('nothing planned draws nothing', () => {
  expect(fundBars({ ...money, plannedFen: 0 }, 0).every(({ share }) => share === 0)).toBe(true)
})

test('the sum stands after the sources', () => {
  const unsplitFen = { issued: 0, disbursed: 0, received: 0, paid: 0 }
  const rows = fundRows({ bySource: [{ ...money, source: 'municipalBudget' }], total: money, unsplitFen })
  expect(rows.map(({ source }) => source)).toEqual(['municipalBudget', 'total'])
})
