import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRecord } from '../../../test/factories/records.ts'
import { createStore } from '../../../test/factories/store.ts'
import { IssueIndex } from './issue-index.ts'
import { Ledger } from './ledger.ts'

const COUNTY = { centreCode: null }
const raised = (date: string, overrides: object = {}) =>
  createRecord(
    'issueRaised',
    date,
    { source: 'order', severity: 'general', safety: false, title: '加快进度', assigned: true, dueOn: '2018-08-10' },
    overrides,
  )
const ahead = raised('2018-09-03')
const stored = [raised('2018-07-02'), raised('2018-07-03', COUNTY), raised('2018-07-04')]

let store: Awaited<ReturnType<typeof createStore>>
let ledger: Ledger
let index: IssueIndex
beforeEach(async () => {
  store = await createStore(stored)
  const { seq: _, ...outlook } = ahead
  ledger = await Ledger.load(store.db, [outlook as never])
  index = new IssueIndex(ledger)
})
afterEach(() => store.close())

const on = (day: string) => ({ asOf: day, knownAt: `${day}T15:59:59.999Z` })
const numbersOn = (day: string) => index.at(on(day)).map(({ number, issue }) => [number, issue.id])

/** As the journal numbers what is entered next. */
const entered = (records: CentreRecord[]) => records.map((one, i) => ({ ...one, seq: ledger.last.seq + 1 + i }))

test('issues are numbered as they were entered, at centres and in counties', () => {
  expect(numbersOn('2018-07-31')).toEqual(stored.map(({ id }, i) => [`WT2018-000${i + 1}`, id]))
  expect(numbersOn('2018-07-03')).toHaveLength(2)
  expect(numbersOn('2018-07-01')).toEqual([])
})

test('an issue of the days ahead follows those that are stored', () => {
  expect(index.at(on('2018-09-03')).map(({ number }) => number)).toEqual([
    'WT2018-0001',
    'WT2018-0002',
    'WT2018-0003',
    'WT2018-0004',
  ])
  expect(index.find(ahead.id, on('2018-07-31'))).toBeUndefined()
})

test('what could not be stored leaves its number to the next', () => {
  const [first, second] = [raised('2018-07-20'), raised('2018-07-21')]
  const failed = entered([first])
  ledger.add(failed)
  expect(index.numberOf(first.id)).toBe('WT2018-0004')
  ledger.takeBack(failed)
  ledger.add(entered([second]))
  expect(index.numberOf(second.id)).toBe('WT2018-0004')
  ledger.add(entered([first]))
  expect(index.numberOf(first.id)).toBe('WT2018-0005')
  expect(numbersOn('2018-07-31').at(-1)).toEqual(['WT2018-0005', first.id])
})

test('numbers stay when the database is read again', async () => {
  const before = numbersOn('2018-07-31')
  await ledger.refresh()
  expect(numbersOn('2018-07-31')).toEqual(before)
})

test('one is found where it is, with nothing known of it before', () => {
  const [centre, county] = stored.map(({ id }) => index.find(id, on('2018-07-31')))
  expect(centre).toMatchObject({ county: '141124', centre: { code: 'LL2018-034' } })
  expect(county).toMatchObject({ county: '141124', centre: null })
  expect(index.find(stored[2]?.id as string, on('2018-07-03'))).toBeUndefined()
})
