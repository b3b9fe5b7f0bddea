import { describe, expect, test } from 'vitest'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord, report, reports, slot, verify } from '../../../test/factories/records.ts'
import { LIGHT_REASONS } from '../milestones/light.ts'
import type { Basis } from './centre.schema.ts'
import { evaluateCentre, evaluationOn } from './evaluate.ts'
import { foldCentre } from './fold.ts'
import { REASON_CODES, reasonText } from './reason-text.ts'
import type { CentreRecord } from './record.schema.ts'
import { planNames } from './standing.ts'

const at = (records: CentreRecord[], asOf: string, basis: Basis = 'reported') =>
  evaluateCentre(slot, foldCentre(records, { asOf, knownAt: ALL_KNOWN }), evaluationOn(plan, policy, asOf, basis))
const facts = createRecord('facts', '2018-03-08', {
  facts: {
    village: '演示村',
    town: '演示镇',
    population: { value: 1000, basis: 'resident', year: 2017 },
    note: '备注',
  },
})
const badges = (records: CentreRecord[], asOf: string) => at(records, asOf).badges.map(({ code }) => code)

describe('a centre on a day', () => {
  test('is its code until sited, and its village is held until then', () => {
    expect(at([facts], '2018-03-09')).toMatchObject({
      name: 'LL2018-034',
      village: null,
      population: null,
      priority: false,
    })
    expect(at([facts, report('sited', '2018-03-09')], '2018-03-09')).toMatchObject({ name: '演示村', priority: true })
  })

  test('says of each node what is done, by when, and what is forecast', () => {
    const centre = at(
      [facts, ...reports({ sited: '2018-03-08', approved: '2018-04-20', started: '2018-06-10' })],
      '2018-07-01',
    )
    expect(centre.milestones.groundbreaking).toMatchObject({
      done: true,
      outcome: 'late',
      reported: '2018-06-10',
      overdueDays: 0,
      forecast: null,
    })
    expect(centre.milestones.foundation).toMatchObject({
      done: false,
      outcome: 'notDue',
      forecast: '2018-07-01',
      floatDays: 14,
    })
    expect(centre.milestones.mainStructure).toMatchObject({ forecast: '2018-08-15', floatDays: 46 })
    expect(centre).toMatchObject({ percent: 20, scheduledPercent: 20 })
  })

  test('a stage implied by a later one is done by that later day, and its own day is a gap', () => {
    const centre = at([facts, report('started', '2018-05-20')], '2018-06-01')
    expect(centre.milestones.siteSelection).toMatchObject({
      done: true,
      reported: null,
      completedOn: '2018-05-20',
      outcome: 'late',
    })
    expect(centre.badges.find(({ code }) => code === 'missingDay')?.params).toEqual({ stages: 'sited,approved' })
  })

  test('a conversion owes no foundation day', () => {
    const conversion = createRecord('facts', '2018-03-08', { facts: { build: 'conversion' } })
    const all = reports({
      sited: '2018-03-08',
      approved: '2018-04-01',
      started: '2018-05-01',
      mainStructure: '2018-08-01',
    })
    expect(badges([conversion, ...all], '2018-08-01')).not.toContain('missingDay')
    expect(badges([facts, ...all], '2018-08-01')).toContain('missingDay')
  })

  test('a report entered more than 7 days after its day is back-dated, counted on time', () => {
    const late = (day: string) => report('started', '2018-05-20', { recordedAt: `${day}T04:00:00.000Z` })
    expect(at([late('2018-05-27')], '2018-06-01').milestones.groundbreaking).toMatchObject({
      outcome: 'onTime',
      backdatedDays: null,
    })
    expect(at([late('2018-05-28')], '2018-06-01').milestones.groundbreaking).toMatchObject({
      outcome: 'backdated',
      backdatedDays: 8,
    })
    const register = report('started', '2018-05-20', { recordedAt: '2018-08-01T04:00:00.000Z', origin: 'register' })
    expect(at([register], '2018-06-01').milestones.groundbreaking).toMatchObject({
      outcome: 'onTime',
      backdatedDays: null,
    })
  })

  test('percent and outcomes follow the basis, the light does not', () => {
    const records = [
      facts,
      ...reports({ sited: '2018-03-08', approved: '2018-04-20', started: '2018-05-20' }),
      verify('sited', '2018-03-20', '2018-03-08'),
    ]
    const reported = at(records, '2018-06-01')
    const verified = at(records, '2018-06-01', 'verified')
    expect([reported.percent, verified.percent]).toEqual([20, 5])
    expect(verified.milestones.groundbreaking).toMatchObject({ outcome: 'overdue', overdueDays: 1 })
    expect(verified.light).toEqual(reported.light)
    expect(reported.verification).toBe('reportedOnly')
  })

  test('timeliness uses the recognised day', () => {
    const records = [report('started', '2018-05-30'), verify('started', '2018-06-20', '2018-06-05', true)]
    expect(at(records, '2018-06-19').milestones.groundbreaking.outcome).toBe('onTime')
    expect(at(records, '2018-06-20')).toMatchObject({
      verification: 'disputed',
      milestones: { groundbreaking: { outcome: 'late', completedOn: '2018-06-05' } },
    })
  })

  test('a new report after a refusal, about a later day, is no longer disputed', () => {
    const refused = [report('started', '2018-05-20'), verify('started', '2018-06-01', null)]
    expect(at(refused, '2018-06-15').verification).toBe('disputed')
    expect(at([...refused, report('started', '2018-06-10')], '2018-06-15').verification).toBe('reportedOnly')
  })
})

describe('badges', () => {
  const fund = (kind: 'issued' | 'disbursed' | 'received' | 'paid', amountFen: number) =>
    createRecord('fundEntry', '2018-06-01', { source: 'provincialBudget', kind, amountFen, documentNo: null })

  test('a broken order of money is an anomaly that never colours the centre', () => {
    const started = [report('started', '2018-05-20'), fund('received', 100), fund('paid', 200)]
    expect(badges(started, '2018-06-02')).toContain('fundOrder')
    expect(at(started, '2018-06-02').light.colour).toBe('green')
  })

  test('less than half the money 45 days after the start names who holds most of it', () => {
    const started = report('started', '2018-05-20')
    expect(badges([started], '2018-07-03')).not.toContain('moneyHeld')
    expect(at([started], '2018-07-04').badges.find(({ code }) => code === 'moneyHeld')?.params).toMatchObject({
      holder: 'province',
      fen: 6_000_000,
    })
    const disbursed = [started, fund('issued', 5_000_000), fund('disbursed', 5_000_000)]
    expect(at(disbursed, '2018-07-04').badges.find(({ code }) => code === 'moneyHeld')?.params).toMatchObject({
      holder: 'county',
      fen: 5_000_000,
    })
  })

  test('stages out of order and sited centres without a position are shown', () => {
    const all = badges([report('sited', '2018-03-08'), report('started', '2018-03-01')], '2018-06-01')
    expect(all).toEqual(expect.arrayContaining(['dateOrder', 'unlocated']))
  })
})

describe('sentences', () => {
  test('every reason of the ladder has one in both languages', () => {
    expect(LIGHT_REASONS.filter(code => !REASON_CODES.includes(code))).toEqual([])
  })

  test('are worded with the names of the plan', () => {
    const reason = { code: 'planNodeOverdue', params: { milestone: 'groundbreaking', days: 20 } }
    expect(reasonText(reason, 'zh', planNames(plan, 'zh'))).toBe('开工逾期20天（计划节点）')
    expect(reasonText(reason, 'en', planNames(plan, 'en'))).toBe('Groundbreaking 20 days overdue (plan node)')
  })
})
