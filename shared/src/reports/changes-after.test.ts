import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRecord, report, verify } from '../../../test/factories/records.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { REPORTABLE_STAGES, type ReportableStage } from '../plan/stage.ts'
import { changesAfter } from './changes-after.ts'

const SNAPSHOT = '2018-06-30'
const SIGNED = '2018-07-03T04:00:00.000Z'
const NOW = '2018-07-31T15:59:59.999Z'
const entered = (recordedAt: string) => ({ recordedAt })

const changes = (records: CentreRecord[]) =>
  changesAfter(
    foldCentre(records, { asOf: SNAPSHOT, knownAt: SIGNED }),
    foldCentre(records, { asOf: SNAPSHOT, knownAt: NOW }),
  )

const fund = (amountFen: number, date: string, recordedAt: string) =>
  createRecord(
    'fundEntry',
    date,
    { source: 'provincialBudget', kind: 'paid', amountFen, documentNo: null },
    entered(recordedAt),
  )

describe('what changed after the signature', () => {
  const before = [report('sited', '2018-03-05'), report('started', '2018-05-20')]

  test('is nothing where nothing was entered', () => expect(changes(before)).toEqual([]))

  test('is nothing that is about a later day', () => {
    const later = [report('foundation', '2018-07-10'), fund(100, '2018-07-10', '2018-07-10T04:00:00.000Z')]
    expect(changes([...before, ...later])).toEqual([])
  })

  test('is a day reported later, and one reported otherwise', () => {
    const late = [
      report('foundation', '2018-06-28', entered('2018-07-10T04:00:00.000Z')),
      report('started', '2018-05-25', entered('2018-07-11T04:00:00.000Z')),
    ]
    expect(changes([...before, ...late])).toEqual([
      { kind: 'reported', field: 'started', from: '2018-05-20', to: '2018-05-25' },
      { kind: 'reported', field: 'foundation', from: null, to: '2018-06-28' },
    ])
  })

  test('is a visit of the month entered after it', () => {
    const visit = { ...verify('started', '2018-06-20', '2018-05-22'), recordedAt: '2018-07-10T04:00:00.000Z' }
    expect(changes([...before, visit as CentreRecord])).toContainEqual({
      kind: 'verified',
      field: 'started',
      from: null,
      to: '2018-05-22',
    })
  })

  test('is a fact, a planned day and a sum of money', () => {
    const late = entered('2018-07-10T04:00:00.000Z')
    const facts = { village: '张家沟村', meals: true, planned: { foundation: '2018-07-15' } }
    const records = [
      ...before,
      fund(100, '2018-06-01', '2018-06-01T04:00:00.000Z'),
      createRecord('facts', '2018-06-01', { facts }, late),
      fund(250, '2018-06-29', '2018-07-10T04:00:00.000Z'),
    ]
    expect(changes(records)).toEqual([
      { kind: 'planned', field: 'foundation', from: null, to: '2018-07-15' },
      { kind: 'fact', field: 'village', from: null, to: '张家沟村' },
      { kind: 'fact', field: 'meals', from: null, to: true },
      { kind: 'money', field: 'provincialBudget.paid', from: 100, to: 350 },
    ])
  })

  test('of a slot that was not there is all it has', () => {
    const state = foldCentre(before, { asOf: SNAPSHOT, knownAt: NOW })
    expect(changesAfter(undefined, state).map(({ field, to }) => [field, to])).toEqual([
      ['sited', '2018-03-05'],
      ['started', '2018-05-20'],
    ])
  })
})

test('seen from either side the same values differ, and none differs from itself', () => {
  const days = fc.constantFrom('2018-03-05', '2018-05-20', '2018-06-28', '2018-07-10')
  const instants = fc.constantFrom('2018-06-30T04:00:00.000Z', '2018-07-10T04:00:00.000Z')
  const stages = fc.constantFrom(...(REPORTABLE_STAGES as ReportableStage[]))
  const records = fc.array(
    fc.oneof(
      fc.tuple(stages, days, instants).map(([stage, day, at]) => report(stage, day, entered(at))),
      fc.tuple(fc.integer({ min: 1, max: 999 }), days, instants).map(([fen, day, at]) => fund(fen, day, at)),
      fc
        .tuple(fc.boolean(), days, instants)
        .map(([meals, day, at]) => createRecord('facts', day, { facts: { meals } }, entered(at))),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(records, list => {
      const a = foldCentre(list, { asOf: SNAPSHOT, knownAt: SIGNED })
      const b = foldCentre(list, { asOf: SNAPSHOT, knownAt: NOW })
      const turned = changesAfter(b, a).map(change => ({ ...change, from: change.to, to: change.from }))
      expect(turned).toEqual(changesAfter(a, b))
      expect(changesAfter(a, a)).toEqual([])
    }),
    { seed: 4, numRuns: 200 },
  )
})
