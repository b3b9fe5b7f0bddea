import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord } from '../../../test/factories/records.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord } from '../centres/record.schema.ts'
import { addDays, eachDay } from '../dates/calendar-date.ts'
import { workdaysOf } from '../dates/workdays.ts'
import { ISSUE_MOVES } from './issue.schema.ts'
import { MOVE_RULES } from './issue-moves.ts'
import { type Asker, partyOf } from './issue-party.ts'
import { fixersOf, type KnownIssue } from './issue-state.ts'
import { checkMove } from './move-issue.ts'

const COUNTY = '141124'
const FIRST = '2018-07-02'
const workdays = workdaysOf([calendar2018])

/** Some of them change roles: the same account works for the county and then for the city. */
const ACCOUNTS = Array.from({ length: 12 }, (_, i) => `account ${i}`)
const ROLES: Omit<Asker, 'accountId'>[] = [
  { principal: 'leader', county: null },
  { principal: 'cityOffice', county: null },
  { principal: 'county', county: COUNTY },
  { principal: 'inspector', county: '141181' },
  { principal: 'inspector', county: COUNTY },
]

/** A life that is withdrawn is soon over. */
const LASTING = ISSUE_MOVES.filter(move => move !== 'withdraw')

const attempt = fc.record({
  asker: fc.record({
    accountId: fc.constantFrom('its owner', 'its owner', ...ACCOUNTS.slice(0, 3)),
    role: fc.constantFrom(...ROLES),
  }),
  move: fc.constantFrom(...LASTING),
  /** Days since the attempt before, and how far back it says it was. */
  waited: fc.constantFrom(0, 0, 1),
  back: fc.nat(2),
  next: fc.record({ accountId: fc.constantFrom(...ACCOUNTS), role: fc.constantFrom(...ROLES) }),
})

const raised = createRecord(
  'issueRaised',
  FIRST,
  { source: 'spot', severity: 'larger', safety: false, title: '灭火器过期', assigned: false, dueOn: '2018-07-13' },
  { accountId: ACCOUNTS[0] },
)

const issueAt = (records: readonly CentreRecord[], asOf: string) =>
  foldCentre(records, { asOf, knownAt: ALL_KNOWN }).issues[0]

/** The records of a life of which each step was held against the rules; what they refuse does not happen. */
function live(attempts: readonly (typeof attempt extends fc.Arbitrary<infer A> ? A : never)[]): CentreRecord[] {
  const records: CentreRecord[] = [raised]
  let today = FIRST
  for (const { asker, move, waited, back, next } of attempts) {
    today = addDays(today, waited)
    const issue = issueAt(records, today) as KnownIssue
    const date = addDays(today, -back)
    const accountId = asker.accountId === 'its owner' ? issue.ownerId : asker.accountId
    const said = {
      note: '说明',
      photoIds: ['5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a10'],
      ...(move === 'extend' ? { dueOn: '2018-12-28' } : {}),
      ...(move === 'handOver' ? { to: next.accountId } : {}),
    }
    const faults = checkMove({
      asked: { move, date, ...said },
      issue,
      party: partyOf({ accountId, ...asker.role }, issue, COUNTY),
      countyCode: COUNTY,
      centreCode: 'LL2018-034',
      today,
      workdays,
      hasPhoto: () => true,
      nextOwner: { accountId: next.accountId, ...next.role },
    })
    if (faults.length > 0) continue
    const body = { issueId: raised.id, move, ...said }
    const more = { accountId: accountId ?? undefined, recordedAt: `${today}T04:00:00.000Z` }
    records.push(createRecord('issueMoved', date, body, more))
  }
  return records
}

const attempts = fc.array(attempt, { minLength: 120, maxLength: 240 })

test('on every day the moves made by then follow on each other', () => {
  fc.assert(
    fc.property(attempts, tried => {
      const records = live(tried)
      for (const day of eachDay(FIRST, addDays(FIRST, 120))) {
        const { moves = [], state } = issueAt(records, day) ?? {}
        expect(moves).toHaveLength(records.filter(({ kind, date }) => kind === 'issueMoved' && date <= day).length)
        let before: string = 'found'
        for (const { move, from, to } of moves) {
          expect(from).toBe(before)
          expect(MOVE_RULES[move].from).toContain(from)
          before = to
        }
        expect(state).toBe(before)
      }
    }),
    { numRuns: 30, seed: 5 },
  )
})

test('nobody who worked on it as its county judges it, whatever their role becomes', () => {
  let judged = 0
  fc.assert(
    fc.property(attempts, tried => {
      const records = live(tried)
      const { moves } = issueAt(records, '2018-12-31') as KnownIssue
      moves.forEach(({ move, accountId }, i) => {
        if (!['close', 'return', 'recheck', 'reopen'].includes(move)) return
        judged += 1
        expect(fixersOf({ moves: moves.slice(0, i) }).has(accountId as string)).toBe(false)
      })
    }),
    { numRuns: 60, seed: 6 },
  )
  expect(judged).toBeGreaterThan(20)
})
