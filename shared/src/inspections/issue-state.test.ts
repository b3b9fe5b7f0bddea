import { describe, expect, test } from 'vitest'
import { ALL_KNOWN, createRecord } from '../../../test/factories/records.ts'
import { foldCentre } from '../centres/fold.ts'
import type { RecordBody } from '../centres/record.schema.ts'
import type { IssueMove, IssueState } from './issue.schema.ts'
import { stateAfter } from './issue-moves.ts'
import { countIssues, fixersOf, type KnownIssue } from './issue-state.ts'

const raised = createRecord(
  'issueRaised',
  '2018-07-02',
  { source: 'spot', severity: 'larger', safety: false, title: '灭火器过期', assigned: false, dueOn: '2018-07-13' },
  { accountId: 'inspector', recordedBy: '市督查组' },
)
const moved = (move: IssueMove, date: string, accountId: string, more: Partial<RecordBody<'issueMoved'>> = {}) =>
  createRecord('issueMoved', date, { issueId: raised.id, move, ...more }, { accountId })

const LIFE = [
  raised,
  moved('assign', '2018-07-03', 'inspector', { dueOn: '2018-07-16' }),
  moved('start', '2018-07-05', 'clerk'),
  moved('requestClosing', '2018-07-09', 'second clerk', { note: '已更换', photoIds: ['p'] }),
  moved('findAgain', '2018-07-10', 'other inspector', { note: '仍过期', severity: 'major' }),
  moved('findAgain', '2018-07-11', 'other inspector', { note: '仍过期', severity: 'general' }),
  moved('extend', '2018-07-12', 'office', { note: '等配件', dueOn: '2018-07-20' }),
  moved('requestClosing', '2018-07-18', 'clerk', { note: '已更换' }),
  moved('handOver', '2018-07-19', 'office', { note: '出差', to: 'office' }),
  moved('recheck', '2018-07-19', 'office'),
  moved('close', '2018-07-20', 'office'),
  moved('reopen', '2018-07-24', 'office', { note: '又过期' }),
]
const on = (asOf: string): KnownIssue | undefined => foldCentre(LIFE, { asOf, knownAt: ALL_KNOWN }).issues[0]

describe('an issue on a day', () => {
  test.each([
    ['2018-07-01', undefined],
    ['2018-07-02', 'found'],
    ['2018-07-03', 'assigned'],
    ['2018-07-05', 'rectifying'],
    ['2018-07-09', 'closingRequested'],
    ['2018-07-10', 'returned'],
    ['2018-07-12', 'returned'],
    ['2018-07-18', 'closingRequested'],
    ['2018-07-19', 'rechecking'],
    ['2018-07-20', 'closed'],
    ['2018-07-24', 'returned'],
  ] as const)('%s is %s', (day, state) => expect(on(day)?.state).toBe(state))

  test('is due when it was last said, and as grave as it ever was', () => {
    expect(on('2018-07-02')).toMatchObject({ dueOn: '2018-07-13', severity: 'larger' })
    expect(on('2018-07-03')).toMatchObject({ dueOn: '2018-07-16', severity: 'larger' })
    expect(on('2018-07-24')).toMatchObject({ dueOn: '2018-07-20', severity: 'major' })
  })

  test('belongs to whoever raised it, until it is handed over', () => {
    expect(on('2018-07-18')).toMatchObject({ raiserId: 'inspector', ownerId: 'inspector' })
    expect(on('2018-07-19')).toMatchObject({ raiserId: 'inspector', ownerId: 'office' })
  })

  test('knows who fixed it, when it was closed, and how often it was moved', () => {
    expect([...fixersOf(on('2018-07-18') as KnownIssue)]).toEqual(['clerk', 'second clerk'])
    expect(on('2018-07-20')).toMatchObject({ closedOn: '2018-07-20', version: 11 })
    expect(on('2018-07-24')).toMatchObject({ closedOn: null, version: 12 })
  })

  test('counts as open, as overdue after its due day, as grave', () => {
    const counts = (day: string) => countIssues([on(day) as KnownIssue], day)
    expect(counts('2018-07-16')).toEqual({ open: 1, overdue: 0, major: 1 })
    expect(countIssues([on('2018-07-24') as KnownIssue], '2018-07-21')).toEqual({ open: 1, overdue: 1, major: 1 })
    expect(counts('2018-07-20')).toEqual({ open: 0, overdue: 0, major: 0 })
  })
})

/** Where each move leads, from each state it is made in, by hand. */
test.each([
  ['found', 'assign', 'assigned'],
  ['assigned', 'start', 'rectifying'],
  ['returned', 'start', 'rectifying'],
  ['assigned', 'requestClosing', 'closingRequested'],
  ['rectifying', 'requestClosing', 'closingRequested'],
  ['returned', 'requestClosing', 'closingRequested'],
  ['closingRequested', 'takeBack', 'rectifying'],
  ['closingRequested', 'recheck', 'rechecking'],
  ['closingRequested', 'close', 'closed'],
  ['rechecking', 'close', 'closed'],
  ['closingRequested', 'return', 'returned'],
  ['rechecking', 'return', 'returned'],
  ['closed', 'reopen', 'returned'],
  ['found', 'withdraw', 'withdrawn'],
  ['assigned', 'withdraw', 'withdrawn'],
  ['closingRequested', 'findAgain', 'returned'],
  ['rechecking', 'findAgain', 'returned'],
  ['found', 'findAgain', 'found'],
  ['rectifying', 'findAgain', 'rectifying'],
  ['rechecking', 'extend', 'rechecking'],
  ['returned', 'handOver', 'returned'],
] as const satisfies (readonly [IssueState, IssueMove, IssueState])[])('%s, %s: %s', (from, move, to) => {
  expect(stateAfter(from, move)).toBe(to)
})

test('a step that does not follow on the state is none', () => {
  const records = [
    raised,
    moved('withdraw', '2018-07-03', 'inspector', { note: '误记' }),
    moved('start', '2018-07-05', 'clerk'),
  ]
  const [issue] = foldCentre(records, { asOf: '2018-12-31', knownAt: ALL_KNOWN }).issues
  expect(issue).toMatchObject({ state: 'withdrawn', version: 2 })
})
