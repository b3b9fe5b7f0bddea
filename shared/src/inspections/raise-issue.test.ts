import { describe, expect, test } from 'vitest'
import { checklist, createKnownIssue } from '../../../test/factories/known-issues.ts'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { workdaysOf } from '../dates/workdays.ts'
import type { KnownIssue } from './issue-state.ts'
import { checkRaise, raisedBody, type Said } from './raise-issue.ts'

const COUNTY = '141124'
const TODAY = '2018-07-31'
const CONTEXT = { today: TODAY, checklist, workdays: workdaysOf([calendar2018]) }
const SAID: Said = { source: 'spot', severity: 'larger', title: '灭火器过期' }

type Input = Parameters<typeof checkRaise>[0]
const raising = (said: Partial<Said> = {}, overrides: Partial<Input> = {}) =>
  checkRaise({
    ...CONTEXT,
    said: { ...SAID, ...said },
    date: TODAY,
    raiser: { accountId: 'raiser', principal: 'inspector', county: '141181' },
    countyCode: COUNTY,
    centreCode: 'LL2018-034',
    others: [],
    hasPhoto: () => true,
    ...overrides,
  }).map(({ pointer, code }) => `${pointer} ${code}`)

const other = (overrides: Partial<KnownIssue>) => [{ issue: createKnownIssue(overrides), number: 'WT2018-0007' }]

describe('what is not said of an issue', () => {
  test.each([
    ['general', '2018-08-21'],
    ['larger', '2018-08-14'],
    ['major', '2018-08-07'],
  ] as const)('is a due day by its severity: %s on %s', (severity, dueOn) => {
    expect(raisedBody({ ...SAID, severity }, CONTEXT).dueOn).toBe(dueOn)
  })

  test('is the due day of an order, its severity, and that it is assigned', () => {
    const { severity: _, ...order } = { ...SAID, source: 'order' as const, assign: false }
    expect(raisedBody(order, CONTEXT)).toEqual({
      source: 'order',
      severity: 'general',
      safety: false,
      title: '灭火器过期',
      assigned: true,
      dueOn: '2018-08-09',
    })
  })

  test('is what the checklist says of its item', () => {
    const { severity: _, ...said } = SAID
    expect(raisedBody({ ...said, item: 'exits' }, CONTEXT)).toMatchObject({ severity: 'major', safety: true })
    expect(raisedBody({ ...said, item: 'bricks' }, CONTEXT)).toMatchObject({ severity: 'general', safety: false })
    expect(raisedBody({ ...SAID, item: 'exits', safety: false }, CONTEXT)).toMatchObject({
      severity: 'larger',
      safety: false,
    })
  })

  test('is that a finding is handed to the county, unless it shall wait', () => {
    expect(raisedBody(SAID, CONTEXT).assigned).toBe(true)
    expect(raisedBody({ ...SAID, assign: false }, CONTEXT).assigned).toBe(false)
  })

  test('is left out of the record', () => {
    expect(Object.keys(raisedBody({ ...SAID, description: '' }, CONTEXT)).toSorted()).toEqual(
      ['assigned', 'dueOn', 'safety', 'severity', 'source', 'title'].toSorted(),
    )
  })
})

describe('an issue can be entered', () => {
  test('as it should be', () => expect(raising()).toEqual([]))

  test('by nobody at home', () => {
    const raiser = { accountId: 'raiser', principal: 'inspector', county: COUNTY } as const
    expect(raising({}, { raiser })).toEqual(['/centre homeCounty'])
    expect(raising({}, { raiser, centreCode: null })).toEqual(['/county homeCounty'])
  })

  test('of a day that has come', () => expect(raising({}, { date: '2018-08-01' })).toEqual(['/date dateAhead']))

  test('with a severity, unless the item gives it one', () => {
    expect(raising({ severity: undefined })).toEqual(['/severity severityMissing'])
    expect(raising({ severity: undefined, item: 'exits' })).toEqual([])
    expect(raising({ severity: undefined, source: 'order' })).toEqual([])
  })

  test('due on a workday, not before today', () => {
    expect(raising({ dueOn: '2018-10-01' })).toEqual(['/dueOn dueNoWorkday'])
    expect(raising({ dueOn: '2018-07-27' })).toEqual(['/dueOn duePast'])
    // A Saturday that is worked.
    expect(raising({ dueOn: '2018-09-29' })).toEqual([])
  })

  test('with photos that are there', () => {
    expect(raising({ photoIds: ['a', 'b'] }, { hasPhoto: id => id === 'a' })).toEqual(['/photoIds/1 photoUnknown'])
  })

  test('about an item of the checklist, at a centre', () => {
    expect(raising({ item: 'roofGarden' })).toEqual(['/item itemUnknown'])
    expect(raising({ item: 'exits' }, { centreCode: null })).toEqual(['/item itemUnknown'])
  })

  test('once: while one is open on the item, it was found again', () => {
    const others = other({ item: 'exits', state: 'closingRequested' })
    expect(raising({ item: 'exits' }, { others })).toEqual(['/item issueOpen'])
    expect(raising({ item: 'smokeAlarm' }, { others })).toEqual([])
    expect(raising({ item: 'exits' }, { others: other({ item: 'exits', state: 'closed' }) })).toEqual([])
    const [{ message } = { message: '' }] = checkRaise({
      ...CONTEXT,
      said: { ...SAID, item: 'exits' },
      date: TODAY,
      raiser: { accountId: 'raiser', principal: 'leader', county: null },
      countyCode: COUNTY,
      centreCode: 'LL2018-034',
      others,
      hasPhoto: () => true,
    })
    expect(message).toContain('WT2018-0007')
  })

  test('as the return of one that was closed here', () => {
    const repeats = createKnownIssue().id
    expect(raising({ repeats }, { others: other({ state: 'closed' }) })).toEqual([])
    expect(raising({ repeats }, { others: other({ state: 'rectifying' }) })).toEqual(['/repeats repeatsUnknown'])
    expect(raising({ repeats }, { others: other({ state: 'withdrawn' }) })).toEqual(['/repeats repeatsUnknown'])
    expect(raising({ repeats })).toEqual(['/repeats repeatsUnknown'])
  })
})
