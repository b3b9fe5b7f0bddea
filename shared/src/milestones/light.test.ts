import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord, reports, slot, verify } from '../../../test/factories/records.ts'
import type { LightColour } from '../centres/centre.schema.ts'
import { evaluationOn, lightOn } from '../centres/evaluate.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { standingOf } from '../centres/standing.ts'
import { addDays, eachDay } from '../dates/calendar-date.ts'
import { REPORTABLE_STAGES } from '../plan/stage.ts'
import { forecast } from './forecast.ts'
import { type LightFacts, lightOf, scheduleOn } from './light.ts'

const YEAR = eachDay('2018-01-01', '2018-12-31')
const onTime = {
  sited: '2018-03-08',
  approved: '2018-04-20',
  started: '2018-05-20',
  foundation: '2018-07-10',
  mainStructure: '2018-09-20',
  fitOut: '2018-10-25',
  accepted: '2018-11-25',
  operating: '2018-12-20',
}

function lightAt(records: readonly CentreRecord[], day: string, knownAt = ALL_KNOWN) {
  const evaluation = evaluationOn(plan, policy, day)
  const state = foldCentre(records, { asOf: day, knownAt })
  return lightOn(standingOf(slot, state, evaluation), evaluation)
}

/** The colour of every day of 2018 as runs: `green 2018-01-01`, `yellow 2018-03-11`, … */
function runs(records: readonly CentreRecord[]): string[] {
  let last: LightColour | null = null
  return YEAR.flatMap(day => {
    const { colour } = lightAt(records, day)
    const run = colour === last ? [] : [`${colour} ${day}`]
    last = colour
    return run
  })
}

const until = (stage: keyof typeof onTime, days: Partial<typeof onTime> = {}) => {
  const kept = Object.entries({ ...onTime, ...days })
  return reports(Object.fromEntries(kept.slice(0, kept.findIndex(([id]) => id === stage) + 1)))
}

describe('known answers over every day of 2018', () => {
  test('a centre on the usual dates is never yellow or red and is blue from 20 December', () => {
    expect(runs(reports(onTime))).toEqual(['green 2018-01-01', 'blue 2018-12-20'])
  })

  test('a start on 10 June is yellow from 1 to 9 June', () => {
    expect(runs(reports({ ...onTime, started: '2018-06-10' }))).toEqual([
      'green 2018-01-01',
      'yellow 2018-06-01',
      'green 2018-06-10',
      'blue 2018-12-20',
    ])
  })

  test('a start on 20 June is red from 16 June', () => {
    expect(runs(reports({ ...onTime, started: '2018-06-20' }))).toEqual([
      'green 2018-01-01',
      'yellow 2018-06-01',
      'red 2018-06-16',
      'green 2018-06-20',
      'blue 2018-12-20',
    ])
  })

  test('a centre stuck at its start is yellow from 16 July and red from 1 September', () => {
    expect(runs(until('started'))).toEqual(['green 2018-01-01', 'yellow 2018-07-16', 'red 2018-09-01'])
  })

  test('a centre stuck at its foundation is yellow from 21 September and red from 16 October', () => {
    expect(runs(until('foundation'))).toEqual(['green 2018-01-01', 'yellow 2018-09-21', 'red 2018-10-16'])
  })

  test('a slot never sited is yellow from 11 March and red from 26 March', () => {
    expect(runs([])).toEqual(['green 2018-01-01', 'yellow 2018-03-11', 'red 2018-03-26'])
  })
})

describe('reasons', () => {
  test('every reason of the colour is given, with its numbers and its sentence', () => {
    expect(lightAt(until('started'), '2018-10-20').reasons).toEqual([
      expect.objectContaining({ code: 'planNodeOverdue', params: { milestone: 'mainStructure', days: 20 } }),
      expect.objectContaining({ code: 'farBehindPlan', params: { scheduled: 70, percent: 20, points: 50 } }),
      expect.objectContaining({ code: 'forecastVeryLate', params: { days: 65, date: '2018-12-04' } }),
    ])
    expect(lightAt(until('started'), '2018-10-20').reasons[0]?.text).toBe('主体完工逾期20天（计划节点）')
  })

  test('a suspension is yellow from its first day and red on its thirtieth day after', () => {
    const records = [...until('started'), createRecord('suspension', '2018-06-01', { reason: '汛期', until: null })]
    expect(lightAt(records, '2018-06-01').colour).toBe('yellow')
    expect(lightAt(records, '2018-06-30').colour).toBe('yellow')
    expect(lightAt(records, '2018-07-01').colour).toBe('red')
  })

  test('work resumed is green again on that day', () => {
    const records = [
      ...until('started'),
      createRecord('suspension', '2018-06-01', { reason: '汛期', until: null }),
      createRecord('suspensionEnded', '2018-06-11', {}),
    ]
    expect(lightAt(records, '2018-06-10').colour).toBe('yellow')
    expect(lightAt(records, '2018-06-11').colour).toBe('green')
  })

  test('a visit that does not find the stage takes it from the light and leaves the report', () => {
    const records = [...until('started'), verify('started', '2018-06-20', null)]
    expect(lightAt(records, '2018-06-19').colour).toBe('green')
    expect(lightAt(records, '2018-06-20').colour).toBe('red')
    expect(foldCentre(records, { asOf: '2018-06-20', knownAt: ALL_KNOWN }).stage).toBe('started')
  })

  const withIssue = (issue: LightFacts['issues'][number], today: string) =>
    lightOf({
      facts: {
        stage: 'started',
        dueDays: {},
        forecast: forecast('started', '2018-05-20', today, policy),
        suspendedSince: null,
        issues: [issue],
      },
      nodes: plan.milestones,
      policy,
      today,
      schedule: scheduleOn(plan.milestones, policy, today),
    }).colour

  test.each([
    ['major', '2018-07-01', '2018-06-10', 'red'],
    ['general', '2018-06-10', '2018-06-10', 'green'],
    ['general', '2018-06-09', '2018-06-10', 'yellow'],
    ['larger', '2018-05-26', '2018-06-10', 'yellow'],
    ['larger', '2018-05-25', '2018-06-10', 'red'],
  ] as const)('a %s issue due %s is, on %s, %s', (severity, dueOn, today, colour) => {
    expect(withIssue({ id: 'WT-1', title: '外墙开裂', severity, safety: false, dueOn }, today)).toBe(colour)
  })
})

describe('an approved delay', () => {
  const delayed = [
    ...until('approved'),
    createRecord('delay', '2018-06-05', {
      milestone: 'groundbreaking',
      newDue: '2018-06-30',
      category: 'geology',
      evidence: '地勘报告',
      approver: '市民政局',
      expiresOn: '2018-06-30',
    }),
  ]

  test('hatches the light through its expiry day and never changes its colour', () => {
    expect(lightAt(delayed, '2018-06-04').justified).toBeNull()
    expect(lightAt(delayed, '2018-06-05').justified).toEqual({ reason: 'geology', until: '2018-06-30' })
    expect(lightAt(delayed, '2018-06-30')).toMatchObject({ colour: 'red', justified: { until: '2018-06-30' } })
    expect(lightAt(delayed, '2018-07-01')).toMatchObject({ colour: 'red', justified: null })
  })
})

const history = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...REPORTABLE_STAGES),
      day: fc.integer({ min: 0, max: 364 }),
      enteredAfter: fc.integer({ min: 0, max: 60 }),
      visit: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map(entries =>
    entries
      .map(({ stage, day, enteredAfter, visit }) => {
        const date = addDays('2018-01-01', day)
        const recordedAt = `${addDays(date, enteredAfter)}T04:00:00.000Z`
        return visit
          ? createRecord('stageVerified', date, { stage, recognisedOn: date, disputes: false }, { recordedAt })
          : createRecord('stageReported', date, { stage }, { recordedAt })
      })
      .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
  )

describe('properties', () => {
  test('the same records, policy and day give the same light', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...YEAR), (records, day) => {
        expect(lightAt(structuredClone(records), day)).toEqual(lightAt(records, day))
      }),
    )
  })

  test('records entered later never change an earlier knowledge', () => {
    fc.assert(
      fc.property(history, history, fc.constantFrom(...YEAR), (records, later, day) => {
        const knownAt = `${addDays(day, 3)}T15:59:59.999Z`
        const moved = later.map(record => ({ ...record, recordedAt: `${addDays(day, 4)}T04:00:00.000Z` }))
        const moment = { asOf: day, knownAt }
        expect(foldCentre([...records, ...moved], moment)).toEqual(foldCentre(records, moment))
      }),
    )
  })

  test('a record about a later day never changes an earlier one', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...YEAR), (records, day) => {
        const past = records.filter(({ date }) => date <= day)
        const both = [past, records].map(some => lightAt(some, day))
        const superseded = records.some(record => record.date > day && record.kind === 'stageReported')
        if (!superseded) expect(both[1]).toEqual(both[0])
      }),
    )
  })
})
