import { foldCentre } from '@lvliang/shared/centres/fold'
import { eachDay, endOfDay } from '@lvliang/shared/dates/calendar-date'
import { expect, onTestFinished, test } from 'vitest'
import { demonstrationRecords } from '../../../test/factories/demonstration.ts'
import { plan, policy } from '../../../test/factories/programme.ts'
import { report } from '../../../test/factories/records.ts'
import { createStore } from '../../../test/factories/store.ts'
import { appendPlan } from '../store/append-plan.ts'
import { slotsOfPlan } from '../store/slots.ts'
import { Ledger } from './ledger.ts'

async function ledgerForTest(...args: Parameters<typeof createStore>) {
  const store = await createStore(...args)
  onTestFinished(store.close)
  return { store, ledger: await Ledger.load(store.db) }
}

test('a snapshot holds each slot with the state its own records fold to, on any day', async () => {
  const { ledger } = await ledgerForTest(demonstrationRecords)
  for (const asOf of eachDay('2018-01-01', '2018-12-31').filter((_, i) => i % 10 === 0)) {
    const moment = { asOf, knownAt: endOfDay(asOf) }
    const { centres } = ledger.snapshot(moment, 'reported')
    expect(centres).toHaveLength(90)
    for (const { centre, state } of centres) {
      expect(state).toEqual(foldCentre(ledger.recordsOfCentre(centre.code), moment))
    }
  }
})

test('the same moment is evaluated once, each basis for itself', async () => {
  const { ledger } = await ledgerForTest([report('sited', '2018-03-05')])
  const moment = { asOf: '2018-07-31', knownAt: endOfDay('2018-07-31') }
  expect(ledger.snapshot(moment, 'reported')).toBe(ledger.snapshot({ ...moment }, 'reported'))
  expect(ledger.snapshot(moment, 'verified').basis).toBe('verified')
})

test('what was entered is seen after a refresh, under a new version', async () => {
  const { ledger, store } = await ledgerForTest([report('sited', '2018-03-05')])
  const moment = { asOf: '2018-07-31', knownAt: endOfDay('2018-07-31') }
  const stageOf = () =>
    ledger.snapshot(moment, 'reported').centres.find(({ centre }) => centre.code === 'LL2018-034')?.centre.stage
  const version = ledger.version
  await store.append([report('approved', '2018-04-01')])
  expect(stageOf()).toBe('sited')
  await ledger.refresh()
  expect(stageOf()).toBe('approved')
  expect(ledger.version).not.toBe(version)
})

test('slots added later are not known before', async () => {
  const { ledger, store } = await ledgerForTest([report('sited', '2018-03-05')])
  const before = { asOf: '2018-07-31', knownAt: endOfDay('2018-07-31') }
  const known = structuredClone(ledger.snapshot(before, 'reported').centres)
  const counties = plan.counties.map(county => ({ ...county, quota: county.quota + Number(county.code === '141124') }))
  const slots = [...slotsOfPlan(plan), { code: 'LL2018-091', countyCode: '141124', ordinal: 91 }]
  await appendPlan(store.db, { plan: { ...plan, counties }, policy, slots, addedAt: '2018-08-01T04:00:00.000Z' })
  await ledger.refresh()
  expect(ledger.snapshot(before, 'reported').centres).toEqual(known)
  expect(ledger.evaluate('LL2018-091', before, 'reported')).toBeUndefined()
  expect(ledger.snapshot({ ...before, knownAt: endOfDay('2018-08-01') }, 'reported').centres).toHaveLength(91)
})

test('the records after a place are those entered since, in their order, without the outlook', async () => {
  const store = await createStore([report('sited', '2018-03-05')])
  onTestFinished(store.close)
  const ledger = await Ledger.load(store.db, [report('accepted', '2018-09-30')])
  const before = ledger.last.seq
  const added = [report('approved', '2018-04-01'), report('started', '2018-05-01')].map((record, i) => ({
    ...record,
    seq: before + 1 + i,
  }))
  ledger.add(added)
  expect(ledger.recordsAfter(before)).toEqual(added)
  expect(ledger.recordsAfter(before + 1)).toEqual(added.slice(1))
  expect(ledger.recordsAfter(ledger.last.seq)).toEqual([])
  expect(ledger.last).toMatchObject({ seq: before + 2, recordedAt: added[1]?.recordedAt })
})
