import { randomUUID } from 'node:crypto'
import { endOfDay } from '@lvliang/shared/dates/calendar-date'
import { expect, onTestFinished, test } from 'vitest'
import { plan } from '../../../test/factories/programme.ts'
import { report } from '../../../test/factories/records.ts'
import { createStore, NOON } from '../../../test/factories/store.ts'
import { ANONYMOUS } from '../access/viewer.ts'
import { checkStore } from '../store/check-store.ts'
import { type Act, type Draft, Journal } from './journal.ts'
import { Ledger } from './ledger.ts'
import { liveTimes } from './times.ts'

const DAY = '2018-07-31'
const env = { viewer: ANONYMOUS, address: '', requestId: '', origin: '' }

async function journalForTest() {
  const store = await createStore([report('sited', '2018-03-05')])
  onTestFinished(store.close)
  const ledger = await Ledger.load(store.db)
  let transactions = 0
  let refuses = false
  const atOnce: typeof store.atOnce = work =>
    store.atOnce(transact =>
      work(write => {
        transactions++
        transact(run => {
          write(run)
          if (refuses) throw new Error('disk full')
        })
      }),
    )
  const journal = new Journal({ store: { ...store, atOnce }, ledger, times: liveTimes({ now: () => NOON }, plan.year) })
  const refuseToWrite = () => {
    refuses = true
  }
  return { store, ledger, journal, transactions: () => transactions, refuseToWrite }
}

const noteOn = (centreCode: string, note: string, date = DAY): Draft => ({
  id: randomUUID(),
  kind: 'facts',
  countyCode: '141124',
  centreCode,
  date,
  body: { facts: { note } },
})

const act = (record: Draft, settle: Act['settle'] = () => []): Act => ({
  env,
  operation: 'changeCentre',
  subject: 'centre',
  record: () => record,
  settle,
})

test('acts that come together share a transaction, each held against what those before it left', async () => {
  const { journal, ledger, store, transactions } = await journalForTest()
  const versionAt = (code: string) =>
    ledger.evaluate(code, { asOf: DAY, knownAt: endOfDay(DAY) }, 'reported')?.state.version
  const found: unknown[] = []
  const look = () => {
    found.push(versionAt('LL2018-034'))
    return []
  }
  await Promise.all(['一', '二', '三'].map(note => journal.enter(act(noteOn('LL2018-034', note), look))))
  expect(found).toEqual([1, 2, 3])
  expect(transactions()).toBe(1)
  expect(await checkStore(store.db)).toEqual([])
})

test('one that is refused spoils no other', async () => {
  const { journal, ledger, transactions } = await journalForTest()
  const refuse = () => {
    throw new Error('stale')
  }
  const [first, refused, last] = await Promise.allSettled([
    journal.enter(act(noteOn('LL2018-034', '一'))),
    journal.enter(act(noteOn('LL2018-034', '二'), refuse)),
    journal.enter(act(noteOn('LL2018-035', '三'))),
  ])
  expect([first.status, refused.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(ledger.last.seq).toBe(3)
  expect(transactions()).toBe(1)
})

test('one that the database refuses spoils no other, and nobody knows of it', async () => {
  const { journal, ledger, store } = await journalForTest()
  const odd = noteOn('LL2018-034', '二', 'no day')
  const outcomes = await Promise.allSettled([
    journal.enter(act(noteOn('LL2018-034', '一'))),
    journal.enter(act(odd)),
    journal.enter(act(noteOn('LL2018-034', '三'))),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(ledger.record(odd.id)).toBeUndefined()
  expect(ledger.recordsOfCentre('LL2018-034').map(({ body }) => 'facts' in body && body.facts.note)).toEqual([
    false,
    '一',
    '三',
  ])
  expect(await checkStore(store.db)).toEqual([])
})

test('the same act twice at once is one', async () => {
  const { journal, ledger } = await journalForTest()
  const note = noteOn('LL2018-034', '一')
  const entered = await Promise.all([journal.enter(act(note)), journal.enter(act(note))])
  expect(entered.map(({ isNew }) => isNew)).toEqual([true, false])
  expect(ledger.last.seq).toBe(2)
})

test('records that come with an act have ids of their own', async () => {
  const { journal, ledger } = await journalForTest()
  const note = noteOn('LL2018-034', '一')
  const known = ledger.recordsOfCentre('LL2018-034')[0]?.id as string
  const code = { code: 'recordConflict' }
  await expect(journal.enter(act(note, () => [{ ...note }]))).rejects.toMatchObject(code)
  await expect(journal.enter(act(note, () => [{ ...note, id: known }]))).rejects.toMatchObject(code)
  expect(ledger.record(known)).toMatchObject({ kind: 'stageReported' })
})

test('what could not be stored is told to nobody and not known', async () => {
  const { journal, ledger, store, refuseToWrite } = await journalForTest()
  refuseToWrite()
  const heard: unknown[] = []
  journal.onEntered(records => heard.push(records))
  const outcomes = await Promise.allSettled(['一', '二'].map(note => journal.enter(act(noteOn('LL2018-034', note)))))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(heard).toEqual([])
  expect(ledger.last.seq).toBe(1)
  expect(ledger.recordsOfCentre('LL2018-034')).toHaveLength(1)
  expect(await checkStore(store.db)).toEqual([])
})
