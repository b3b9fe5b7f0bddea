import { describe, expect, test } from 'vitest'
import { ALL_KNOWN, createRecord, report, reports, verify } from '../../../test/factories/records.ts'
import { foldCentre, RunningFold } from './fold.ts'
import type { CentreRecord } from './record.schema.ts'
import { fundCell } from './state.ts'

const at = (records: CentreRecord[], asOf = '2018-12-31', knownAt = ALL_KNOWN) => foldCentre(records, { asOf, knownAt })
const days = { sited: '2018-03-08', approved: '2018-04-20', started: '2018-05-20' }

describe('stages', () => {
  test('count from the day they are about', () => {
    expect(at(reports(days), '2018-05-19').stage).toBe('approved')
    expect(at(reports(days), '2018-05-20').stage).toBe('started')
  })

  test('a later report of the same stage supersedes the earlier one on every day', () => {
    const records = [...reports(days), report('started', '2018-05-25')]
    expect(at(records, '2018-05-22').stage).toBe('approved')
    expect(at(records).reported.started?.date).toBe('2018-05-25')
    expect(at(records, '2018-05-22', '2018-05-24T00:00:00.000Z').stage).toBe('started')
  })

  test('a later stage implies the earlier ones without giving them a day', () => {
    const state = at([report('foundation', '2018-07-01')])
    expect(state.stage).toBe('foundation')
    expect(state.reported.started).toBeUndefined()
  })

  test('a report never changes a verified value, and a verification never a reported one', () => {
    const state = at([
      ...reports(days),
      verify('started', '2018-06-01', '2018-05-28', true),
      report('started', '2018-05-22'),
    ])
    expect(state.reported.started?.date).toBe('2018-05-22')
    expect(state.checked.started).toEqual({ recognisedOn: '2018-05-28', checkedOn: '2018-06-01', disputes: true })
    expect(state.verifiedStage).toBe('started')
  })

  test('a verification counts from its visit day', () => {
    const records = [...reports(days), verify('started', '2018-06-01', '2018-05-20')]
    expect(at(records, '2018-05-31').verifiedStage).toBeNull()
    expect(at(records, '2018-06-01').verifiedStage).toBe('started')
  })

  test('recognising a later stage settles an earlier refusal', () => {
    const state = at([
      ...reports(days),
      verify('approved', '2018-05-02', null),
      verify('started', '2018-06-01', '2018-05-20'),
    ])
    expect(state.checked.approved?.recognisedOn).toBe('2018-04-20')
    expect(state.verifiedStage).toBe('started')
  })

  test('recognising a stage confirms the earlier ones by the days reported then, and no later report changes them', () => {
    const state = at([...reports(days), verify('started', '2018-06-01', '2018-05-20'), report('sited', '2018-03-01')])
    expect(state.checked.sited).toEqual({ recognisedOn: '2018-03-08', checkedOn: '2018-06-01', disputes: false })
    expect(state.reported.sited?.date).toBe('2018-03-01')
  })

  test('a stage implied by a verified one has no day to recognise', () => {
    expect(
      at([report('started', '2018-05-20'), verify('started', '2018-06-01', '2018-05-20')]).checked.sited,
    ).toBeUndefined()
  })

  test('not finding a stage takes back what was recognised beyond it', () => {
    const state = at([
      ...reports(days),
      verify('started', '2018-06-01', '2018-05-20'),
      verify('approved', '2018-07-01', null),
    ])
    expect(state.verifiedStage).toBe('sited')
  })
})

describe('going back', () => {
  const reversed = [
    ...reports(days),
    createRecord('stageReversal', '2018-06-10', { stage: 'approved', reason: '选址不合格' }),
  ]

  test('a reversal takes the later stages back from its day on', () => {
    expect(at(reversed, '2018-06-09').stage).toBe('started')
    expect(at(reversed, '2018-06-10').stage).toBe('approved')
  })

  test('a new start after it leaves the days before as they were', () => {
    const again = [...reversed, report('started', '2018-07-01')]
    expect(at(again, '2018-06-09').stage).toBe('started')
    expect(at(again, '2018-06-30').stage).toBe('approved')
    expect(at(again, '2018-07-01').stage).toBe('started')
  })

  const moved = [
    createRecord('facts', '2018-03-08', {
      facts: { village: '旧村', population: { value: 1200, basis: 'resident', year: 2017 } },
    }),
    ...reports(days),
    createRecord('relocationRequested', '2018-06-01', { reason: '滑坡' }),
    createRecord('relocationAgreed', '2018-06-20', {
      facts: { village: '新村' },
      dueDays: { groundbreaking: '2018-08-15' },
    }),
  ]

  test('an agreed relocation sites the new village under the same slot with its own node days', () => {
    const before = at(moved, '2018-06-19')
    expect(before).toMatchObject({ stage: 'started', facts: { village: '旧村' }, dueDays: {} })
    expect(before.relocations).toMatchObject([
      { requestedOn: '2018-06-01', agreedOn: null, declinedOn: null, reason: '滑坡' },
    ])
    const after = at(moved, '2018-06-20')
    expect(after).toMatchObject({
      stage: 'sited',
      facts: { village: '新村' },
      dueDays: { groundbreaking: '2018-08-15' },
    })
    expect(after.relocations[0]?.agreedOn).toBe('2018-06-20')
  })
})

describe('facts', () => {
  test('hold from their day, field by field, the later day winning over the later entry', () => {
    const records = [
      createRecord('facts', '2018-03-08', {
        facts: { builder: '甲队', meals: false, planned: { started: '2018-05-10' } },
      }),
      createRecord('facts', '2018-06-01', { facts: { meals: true, planned: { foundation: '2018-07-01' } } }),
      createRecord('facts', '2018-04-01', { facts: { meals: false, builder: '乙队' } }),
    ]
    expect(at(records, '2018-03-31').facts).toMatchObject({ builder: '甲队', meals: false })
    expect(at(records).facts).toEqual({
      builder: '乙队',
      meals: true,
      planned: { started: '2018-05-10', foundation: '2018-07-01' },
    })
  })
})

describe('money', () => {
  const fund = (date: string, amountFen: number, more = {}) =>
    createRecord('fundEntry', date, { source: 'municipalLottery', kind: 'paid', amountFen, documentNo: null, ...more })

  test('is summed by source and kind, reversals taken off', () => {
    const first = fund('2018-06-01', 700_000)
    const records = [
      first,
      fund('2018-07-01', 300_000, { splitsLump: first.id }),
      fund('2018-08-01', 100_000, { reverses: first.id }),
    ]
    const cell = fundCell('municipalLottery', 'paid')
    expect(at(records, '2018-07-31').funds[cell]).toBe(1_000_000)
    expect(at(records).funds[cell]).toBe(900_000)
    expect(at(records).fromLumps[cell]).toBe(300_000)
  })
})

test('the version counts the records known, whatever the day asked for', () => {
  expect(at(reports(days), '2018-01-01').version).toBe(3)
  expect(at(reports(days), '2018-12-31', '2018-04-30T00:00:00.000Z').version).toBe(2)
})

describe('a running fold', () => {
  const doubt = { code: 'far', text: '位置在县外', field: 'position' }
  const delay = { milestone: 'groundbreaking', newDue: '2018-08-01', category: 'weather', evidence: '汛期' } as const
  const asked = createRecord('delayRequested', '2018-04-22', delay)
  const relocation = createRecord('relocationRequested', '2018-06-12', { reason: '滑坡' })
  const issue = createRecord('issueRaised', '2018-07-02', {
    source: 'spot',
    severity: 'larger',
    safety: false,
    title: '灭火器过期',
    assigned: true,
    dueOn: '2018-07-13',
  })
  const money = { source: 'municipalLottery', kind: 'paid', amountFen: 100, documentNo: null } as const
  const life = [
    createRecord('facts', '2018-03-01', { facts: { village: '旧村', planned: { started: '2018-05-01' } } }),
    createRecord('doubt', '2018-03-01', doubt),
    ...reports(days),
    verify('started', '2018-05-25', '2018-05-22', true),
    createRecord('suspension', '2018-05-27', { reason: '汛期', until: null }),
    createRecord('suspensionEnded', '2018-06-01', {}),
    asked,
    createRecord('delay', '2018-06-02', {
      ...delay,
      requestId: asked.id,
      approver: '市民政局',
      expiresOn: '2018-08-10',
    }),
    createRecord('fundEntry', '2018-06-03', money),
    createRecord('stageReversal', '2018-06-10', { stage: 'approved', reason: '选址不合格' }),
    relocation,
    createRecord('requestDeclined', '2018-06-13', { requestId: relocation.id, reason: '不同意' }),
    createRecord('relocationAgreed', '2018-06-20', {
      facts: { village: '新村' },
      dueDays: { acceptance: '2018-12-01' },
    }),
    createRecord('fundEntry', '2018-06-21', { ...money, reverses: '00000000-0000-4000-8000-000000000000' }),
    issue,
    createRecord('issueMoved', '2018-07-05', { issueId: issue.id, move: 'start' }),
    createRecord('facts', '2018-07-06', { facts: { position: null, planned: { started: '2018-09-01' } } }),
  ]

  test('is after every record what folding all anew gives, and leaves what it gave before as it was', () => {
    const fold = new RunningFold([])
    const states = life.map(record => {
      expect(fold.add(record)).toBe(true)
      return fold.state()
    })
    for (const [i, state] of states.entries()) {
      const records = life.slice(0, i + 1)
      expect(JSON.stringify(state)).toBe(JSON.stringify(at(records, '9999-12-31')))
      expect(new RunningFold(records).state()).toEqual(state)
    }
  })

  test('begins anew where a report is taken back', () => {
    const [sited] = reports(days)
    const withdrawn = createRecord('stageWithdrawn', '2018-03-08', { reportId: sited?.id as string })
    expect(new RunningFold([sited as CentreRecord]).add(withdrawn)).toBe(false)
    expect(new RunningFold([sited as CentreRecord, withdrawn]).state().stage).toBe('proposed')
  })
})
