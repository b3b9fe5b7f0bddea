import { describe, expect, test } from 'vitest'
import { createKnownIssue, createMoveMade } from '../../../test/factories/known-issues.ts'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { workdaysOf } from '../dates/workdays.ts'
import { ISSUE_MOVES, ISSUE_STATES, type IssueMove, type IssueState } from './issue.schema.ts'
import { MOVE_RULES, movesOpen } from './issue-moves.ts'
import { type Asker, partyOf } from './issue-party.ts'
import { checkMove } from './move-issue.ts'

const COUNTY = '141124'
const TODAY = '2018-07-31'
const NEXT_PHOTO = '5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a11'
const PHOTO = '5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a10'
const NEXT: Asker = { accountId: 'next', principal: 'inspector', county: '141122' }

/** Who asks, whatever it is to the issue. */
const ROLES = {
  leader: { principal: 'leader', county: null },
  cityOffice: { principal: 'cityOffice', county: null },
  'county, its own': { principal: 'county', county: COUNTY },
  'county, another': { principal: 'county', county: '141181' },
  'inspector from elsewhere': { principal: 'inspector', county: '141181' },
  'inspector at home': { principal: 'inspector', county: COUNTY },
  systemAdmin: { principal: 'systemAdmin', county: null },
  auditor: { principal: 'auditor', county: null },
  wall: { principal: 'wall', county: null },
  anonymous: { principal: 'anonymous', county: null },
} as const satisfies Record<string, Omit<Asker, 'accountId'>>
type Role = keyof typeof ROLES

const RELATIONS = ['raiser', 'fixer', 'both', 'neither'] as const
type Relation = (typeof RELATIONS)[number]

/** What somebody may do in each state, in the order of the table below. */
type Rights = Record<IssueState, readonly IssueMove[]>

const NOTHING: Rights = {
  found: [],
  assigned: [],
  rectifying: [],
  closingRequested: [],
  rechecking: [],
  returned: [],
  closed: [],
  withdrawn: [],
}

/** Whoever raised it judges it, and fixes nothing. */
const RAISER: Rights = {
  found: ['assign', 'extend', 'handOver', 'withdraw'],
  assigned: ['extend', 'handOver', 'withdraw'],
  rectifying: ['extend', 'handOver'],
  closingRequested: ['recheck', 'close', 'return', 'extend', 'handOver'],
  rechecking: ['close', 'return', 'extend', 'handOver'],
  returned: ['extend', 'handOver'],
  closed: ['reopen'],
  withdrawn: [],
}

/** The county works on what was handed to it, and closes nothing. */
const ITS_COUNTY: Rights = {
  ...NOTHING,
  assigned: ['start', 'requestClosing'],
  rectifying: ['requestClosing'],
  closingRequested: ['takeBack'],
  returned: ['start', 'requestClosing'],
}

/** The city office sees that somebody does it, and judges only what it raised. */
const OFFICE: Rights = {
  found: ['assign', 'findAgain', 'extend', 'handOver'],
  assigned: ['findAgain', 'extend', 'handOver'],
  rectifying: ['findAgain', 'extend', 'handOver'],
  closingRequested: ['findAgain', 'extend', 'handOver'],
  rechecking: ['findAgain', 'extend', 'handOver'],
  returned: ['findAgain', 'extend', 'handOver'],
  closed: [],
  withdrawn: [],
}

const INSPECTOR: Rights = {
  found: ['findAgain'],
  assigned: ['findAgain'],
  rectifying: ['findAgain'],
  closingRequested: ['findAgain'],
  rechecking: ['findAgain'],
  returned: ['findAgain'],
  closed: [],
  withdrawn: [],
}

const RAISER_WHO_INSPECTS: Rights = {
  found: ['assign', 'findAgain', 'extend', 'handOver', 'withdraw'],
  assigned: ['findAgain', 'extend', 'handOver', 'withdraw'],
  rectifying: ['findAgain', 'extend', 'handOver'],
  closingRequested: ['recheck', 'close', 'return', 'findAgain', 'extend', 'handOver'],
  rechecking: ['close', 'return', 'findAgain', 'extend', 'handOver'],
  returned: ['findAgain', 'extend', 'handOver'],
  closed: ['reopen'],
  withdrawn: [],
}

/** The life of an issue said a second time and by hand: the rules are held against it, and allow nothing else. */
const EXPECTED: Record<Role, Record<Relation, Rights>> = {
  leader: { raiser: RAISER, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  cityOffice: { raiser: RAISER_WHO_INSPECTS, fixer: OFFICE, both: OFFICE, neither: OFFICE },
  'county, its own': { raiser: ITS_COUNTY, fixer: ITS_COUNTY, both: ITS_COUNTY, neither: ITS_COUNTY },
  'county, another': { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  'inspector from elsewhere': {
    raiser: RAISER_WHO_INSPECTS,
    fixer: INSPECTOR,
    both: INSPECTOR,
    neither: INSPECTOR,
  },
  'inspector at home': { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  systemAdmin: { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  auditor: { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  wall: { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
  anonymous: { raiser: NOTHING, fixer: NOTHING, both: NOTHING, neither: NOTHING },
}

function issueOf(relation: Relation, state: IssueState) {
  const raised = relation === 'raiser' || relation === 'both'
  const fixed = relation === 'fixer' || relation === 'both'
  return createKnownIssue({
    state,
    ownerId: raised ? 'asker' : 'somebody',
    moves: [createMoveMade({ accountId: fixed ? 'asker' : 'clerk' })],
  })
}

type Input = Parameters<typeof checkMove>[0]

/** A move as somebody makes it, with all that it needs. */
function moving(
  move: IssueMove,
  { asked = {}, ...overrides }: Partial<Omit<Input, 'asked'>> & { asked?: object } = {},
) {
  const needed: Partial<Input['asked']> = {
    ...(move === 'extend' ? { dueOn: '2018-08-10' } : {}),
    ...(move === 'handOver' ? { to: 'next' } : {}),
  }
  return checkMove({
    asked: { move, date: TODAY, note: '说明', photoIds: [PHOTO], ...needed, ...asked } as Input['asked'],
    issue: createKnownIssue(),
    party: { isOwner: true, isCounty: true, isOffice: true, isInspector: true, hasFixed: false },
    countyCode: COUNTY,
    centreCode: 'LL2018-034',
    today: TODAY,
    workdays: workdaysOf([calendar2018]),
    hasPhoto: () => true,
    nextOwner: NEXT,
    ...overrides,
  })
}

const codes = (faults: ReturnType<typeof checkMove>) => faults.map(({ pointer, code }) => `${pointer} ${code}`)

describe('the table of moves, and nothing else', () => {
  const rows = (Object.keys(ROLES) as Role[]).flatMap(role => RELATIONS.map(relation => [role, relation] as const))
  test.each(rows)('%s, %s', (role, relation) => {
    for (const state of ISSUE_STATES) {
      const issue = issueOf(relation, state)
      const accountId = role === 'wall' || role === 'anonymous' ? null : 'asker'
      const party = partyOf({ ...ROLES[role], accountId }, issue, COUNTY)
      const expected = EXPECTED[role][relation][state]
      expect(movesOpen(state, party).toSorted(), state).toEqual(expected.toSorted())
      for (const move of ISSUE_MOVES) {
        const faults = moving(move, { issue, party })
        if (expected.includes(move)) expect(faults, `${move} in ${state}`).toEqual([])
        else
          expect(faults, `${move} in ${state}`).toMatchObject([
            { pointer: '/move', code: expect.stringMatching(/^moveNot(Now|Yours)$/) },
          ])
      }
    }
  })

  test("an issue that a file brought is nobody's to close", () => {
    const issue = createKnownIssue({ ownerId: null, state: 'closingRequested' })
    expect(partyOf({ accountId: null, principal: 'leader', county: null }, issue, COUNTY).isOwner).toBe(false)
  })
})

describe('a move needs', () => {
  test.each(['requestClosing', 'return', 'reopen', 'findAgain', 'extend', 'handOver', 'withdraw'] as const)(
    'words: %s',
    move => {
      const issue = createKnownIssue({ state: MOVE_RULES[move].from[0] as IssueState })
      expect(codes(moving(move, { issue, asked: { note: '' } }))).toEqual(['/note noteMissing'])
    },
  )

  test("a photo of how it is now, which the finding's own is not", () => {
    const issue = createKnownIssue({ photoIds: [PHOTO] })
    expect(codes(moving('requestClosing', { issue }))).toEqual(['/photoIds photoMissing'])
    expect(codes(moving('requestClosing', { issue, asked: { photoIds: [] } }))).toEqual(['/photoIds photoMissing'])
    expect(moving('requestClosing', { issue, asked: { photoIds: [PHOTO, NEXT_PHOTO] } })).toEqual([])
  })

  test('no photo where there is nothing to take one of: an order, or a county alone', () => {
    const asked = { photoIds: [] }
    expect(moving('requestClosing', { issue: createKnownIssue({ source: 'order' }), asked })).toEqual([])
    expect(moving('requestClosing', { centreCode: null, asked })).toEqual([])
  })

  test('photos that are there', () => {
    expect(codes(moving('requestClosing', { hasPhoto: () => false }))).toEqual(['/photoIds/0 photoUnknown'])
  })

  test('a new due day, on a workday, not before today', () => {
    expect(codes(moving('extend', { asked: { dueOn: undefined } }))).toEqual(['/dueOn dueOnMissing'])
    expect(codes(moving('extend', { asked: { dueOn: '2018-07-30' } }))).toEqual(['/dueOn duePast'])
    const [weekend] = moving('extend', { asked: { dueOn: '2018-08-04' } })
    expect(weekend).toMatchObject({ pointer: '/dueOn', code: 'dueNoWorkday' })
    expect(weekend?.message).toContain('2018-08-06')
    expect(moving('extend', { asked: { dueOn: TODAY } })).toEqual([])
  })
})

describe('a move says nothing that another one says', () => {
  const found = createKnownIssue({ state: 'found' })
  test.each([
    ['start', { dueOn: '2018-12-28' }],
    ['start', { severity: 'major' }],
    ['requestClosing', { to: 'next' }],
    ['findAgain', { dueOn: '2018-08-10' }],
    ['extend', { severity: 'major' }],
    ['withdraw', { to: 'next' }],
  ] as const)('%s %o', (move, asked) => {
    expect(codes(moving(move, { asked }))).toEqual([`/${Object.keys(asked)[0]} notOfThisMove`])
  })

  test('but assigning may give a due day, and finding again a graver severity', () => {
    expect(moving('assign', { issue: found, asked: { dueOn: '2018-08-10' } })).toEqual([])
    expect(moving('findAgain', { issue: found, asked: { severity: 'major' } })).toEqual([])
  })
})

describe('the day of a move', () => {
  test('has come', () => {
    expect(codes(moving('start', { asked: { date: '2018-08-01' } }))).toEqual(['/date dateAhead'])
  })

  test('is not before the finding, nor before the last move', () => {
    expect(codes(moving('start', { asked: { date: '2018-07-15' } }))).toEqual(['/date dateBefore'])
    expect(moving('start', { asked: { date: '2018-07-16' } })).toEqual([])
    const issue = createKnownIssue({ state: 'rectifying', moves: [createMoveMade({ on: '2018-07-20' })] })
    expect(codes(moving('requestClosing', { issue, asked: { date: '2018-07-19' } }))).toEqual(['/date dateBefore'])
    expect(moving('requestClosing', { issue, asked: { date: '2018-07-20' } })).toEqual([])
  })
})

describe('whom an issue is handed to', () => {
  const to = (nextOwner: Asker | null, overrides: Parameters<typeof moving>[1] = {}) =>
    codes(moving('handOver', { nextOwner, ...overrides }))
  const account = (principal: Asker['principal'], county: string | null = null): Asker => ({
    accountId: 'next',
    principal,
    county,
  })

  test('may be a leader, the city office, an inspector from elsewhere', () => {
    expect(to(account('leader'))).toEqual([])
    expect(to(account('cityOffice'))).toEqual([])
    expect(to(account('inspector', '141181'))).toEqual([])
  })

  test('is nobody else', () => {
    for (const principal of ['county', 'systemAdmin', 'auditor', 'wall'] as const)
      expect(to(account(principal, COUNTY)), principal).toEqual(['/to toUnknown'])
    expect(to(null)).toEqual(['/to toUnknown'])
    expect(to(account('leader'), { asked: { to: undefined } })).toEqual(['/to toMissing'])
  })

  test('is no inspector at home, and nobody who fixed it', () => {
    expect(to(account('inspector', COUNTY))).toEqual(['/to homeCounty'])
    const issue = createKnownIssue({ state: 'rectifying', moves: [createMoveMade({ accountId: 'next' })] })
    expect(to(account('cityOffice'), { issue })).toEqual(['/to toFixer'])
  })

  test('is somebody else than before', () => {
    expect(to(account('cityOffice'), { issue: createKnownIssue({ ownerId: 'next' }) })).toEqual(['/to toSame'])
  })
})
