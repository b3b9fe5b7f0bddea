import { expect, test } from 'vitest'
import { plan, policy } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, createRecord, report, slot } from '../../../test/factories/records.ts'
import { PRINCIPALS, type Principal } from '../accounts/role.ts'
import type { EvaluatedCentre } from '../board/summarise.ts'
import { evaluateCentre, evaluationOn } from '../centres/evaluate.ts'
import { foldCentre } from '../centres/fold.ts'
import type { CentreRecord, RecordBody } from '../centres/record.schema.ts'
import type { Slot } from '../centres/standing.ts'
import { DOCUMENT_KINDS } from '../evidence/evidence.schema.ts'
import { applyIssue, type KnownIssue } from '../inspections/issue-state.ts'
import { TASK_KINDS } from './task.schema.ts'
import type { TaskContext } from './task-source.ts'
import { tasksFor } from './tasks-for.ts'

const OTHER = { code: 'LL2018-035', countyCode: slot.countyCode }
const ELSEWHERE = { code: 'LL2018-001', countyCode: '141102' }

const NOBODY = { accountId: null, isOffice: false, visits: [], countyIssues: () => [] } as const

type Known = readonly (readonly [slot: Slot, records: readonly CentreRecord[]])[]

/** A day on which each slot holds the records given, no month is to be signed and no document is missing. */
function createContext(today: string, records: Known, overrides: Partial<TaskContext> = {}): TaskContext {
  const evaluation = evaluationOn(plan, policy, today)
  const centres = records.map(([own, known]): EvaluatedCentre => {
    const state = foldCentre(known, { asOf: today, knownAt: ALL_KNOWN })
    return { state, centre: evaluateCentre(own, state, evaluation) }
  })
  const counties = [...new Set(records.map(([{ countyCode }]) => countyCode))]
  return {
    evaluation,
    counties,
    centres,
    months: () => [],
    documents: () => new Set(DOCUMENT_KINDS),
    ...NOBODY,
    ...overrides,
  }
}

const kindsOf = (tasks: readonly { kind: string }[]) => tasks.map(({ kind }) => kind)

test('centres of a county with the same to do by the same day are one task, those of another county another', () => {
  const context = createContext('2018-04-01', [
    [slot, []],
    [OTHER, []],
    [ELSEWHERE, []],
  ])
  expect(tasksFor('cityOffice', context)).toEqual([
    {
      kind: 'unsited',
      county: '141102',
      centres: [{ code: 'LL2018-001', name: 'LL2018-001', version: 0 }],
      due: '2018-03-10',
      overdueDays: 22,
      params: {},
    },
    {
      kind: 'unsited',
      county: '141124',
      centres: [slot, OTHER].map(({ code }) => ({ code, name: code, version: 0 })),
      due: '2018-03-10',
      overdueDays: 22,
      params: {},
    },
  ])
})

test('requests are decided one by one', () => {
  const ask = (centreCode: string) =>
    createRecord('relocationRequested', '2018-04-10', { reason: '滑坡' }, { centreCode })
  const context = createContext('2018-04-20', [
    [slot, [ask(slot.code)]],
    [OTHER, [ask(OTHER.code)]],
  ])
  const relocations = tasksFor('cityOffice', context).filter(({ kind }) => kind === 'relocation')
  expect(relocations.map(({ centres }) => centres.map(({ code }) => code))).toEqual([[slot.code], [OTHER.code]])
})

test('a month sent back comes before those to sign, the one longest overdue first', () => {
  const months = [
    { period: '2018-04', due: '2018-05-08', returned: null },
    { period: '2018-05', due: '2018-06-08', returned: '数字不符' },
    { period: '2018-06', due: '2018-07-06', returned: null },
  ]
  const context = createContext('2018-07-01', [[slot, [report('sited', '2018-03-05')]]], { months: () => months })
  const told = tasksFor('county', context).filter(({ params }) => params.period)
  expect(told.map(({ kind, params, overdueDays }) => [kind, params.period, overdueDays])).toEqual([
    ['monthReturned', '2018-05', 0],
    ['signMonth', '2018-04', 54],
    ['signMonth', '2018-06', 0],
  ])
  const asked = tasksFor('cityOffice', context).filter(({ kind }) => kind === 'monthMissing')
  expect(asked.map(({ params }) => params.period)).toEqual(['2018-04'])
})

test('the kinds stand in their order', () => {
  const context = createContext('2018-06-20', [[slot, [report('started', '2018-05-20')]]], {
    months: () => [{ period: '2018-05', due: '2018-06-08', returned: null }],
    documents: () => new Set(),
  })
  const kinds = kindsOf(tasksFor('county', context))
  expect(kinds.length).toBeGreaterThan(3)
  expect(kinds).toEqual(TASK_KINDS.flatMap(kind => kinds.filter(each => each === kind)))
})

test('papers are asked for from their stage on, those of the county itself always', () => {
  const records = [report('sited', '2018-03-05')]
  const papers = (known: CentreRecord[]) =>
    tasksFor('county', createContext('2018-06-20', [[slot, known]], { documents: () => new Set() }))
      .filter(({ kind }) => kind === 'missingDocument')
      .map(({ centres, params }) => [centres.length, params.document])
  const ofCounty = [
    [0, 'countyPlan'],
    [0, 'countyMeasures'],
  ]
  expect(papers([])).toEqual(ofCounty)
  expect(papers(records)).toEqual([[1, 'sitingPapers'], ...ofCounty])
})

test('only a county, the city office and inspectors have something to do', () => {
  const context = createContext('2018-06-20', [[slot, [report('sited', '2018-03-05')]]])
  const busy = PRINCIPALS.filter(principal => tasksFor(principal, context).length > 0)
  expect(busy).toEqual(['cityOffice', 'county', 'inspector'])
})

const raised = (overrides: Partial<RecordBody<'issueRaised'>>, accountId: string, more: object = {}) =>
  createRecord(
    'issueRaised',
    '2018-06-01',
    {
      source: 'spot',
      severity: 'general',
      safety: false,
      title: '无护栏',
      assigned: true,
      dueOn: '2018-06-15',
      ...overrides,
    },
    { accountId, ...more },
  )
const moved = (issueId: string, move: RecordBody<'issueMoved'>['move'], accountId: string) =>
  createRecord('issueMoved', '2018-06-10', { issueId, move, note: '已装护栏' }, { accountId })
const kindsFor = (principal: Principal, context: TaskContext) =>
  kindsOf(tasksFor(principal, context)).filter(kind => ISSUE_TASKS.has(kind))
const ISSUE_TASKS = new Set<string>(['majorIssue', 'orderOverdue', 'recheck', 'handOut', 'answerOrder', 'rectify'])

test('an issue is the county’s until it asks for closing, then its owner’s alone', () => {
  const issue = raised({}, 'ren')
  const before = createContext('2018-06-11', [[slot, [issue]]])
  expect(kindsFor('county', before)).toEqual(['rectify'])
  expect(kindsFor('inspector', { ...before, accountId: 'ren' })).toEqual([])
  const asked = createContext('2018-06-11', [[slot, [issue, moved(issue.id, 'requestClosing', 'clerk')]]])
  expect(kindsFor('county', asked)).toEqual([])
  expect(kindsFor('inspector', { ...asked, accountId: 'ren' })).toEqual(['recheck'])
  expect(kindsFor('inspector', { ...asked, accountId: 'wu' })).toEqual([])
})

test('an issue not yet handed out waits for its owner and the city office, not for the county', () => {
  const context = createContext('2018-06-11', [[slot, [raised({ assigned: false }, 'ren')]]])
  expect(kindsFor('county', context)).toEqual([])
  expect(kindsFor('inspector', { ...context, accountId: 'ren' })).toEqual(['handOut'])
  expect(kindsFor('cityOffice', { ...context, accountId: 'feng', isOffice: true })).toEqual(['handOut'])
})

test('an order about a county is answered by it; past its day its giver hears of it', () => {
  const known: KnownIssue[] = []
  applyIssue(known, raised({ source: 'order' }, 'he', { centreCode: null }))
  const on = (today: string) => createContext(today, [[slot, []]], { countyIssues: () => known })
  expect(kindsFor('county', on('2018-06-15'))).toEqual(['answerOrder'])
  expect(kindsFor('leader', { ...on('2018-06-15'), accountId: 'he' })).toEqual([])
  expect(kindsFor('leader', { ...on('2018-06-16'), accountId: 'he' })).toEqual(['orderOverdue'])
  expect(kindsFor('leader', { ...on('2018-06-16'), accountId: 'other' })).toEqual([])
})

test('a 重大 issue is before the leader and the city office while it is open', () => {
  const issue = raised({ severity: 'major' }, 'ren')
  const open = createContext('2018-06-11', [[slot, [issue]]])
  expect(kindsFor('leader', open)).toEqual(['majorIssue'])
  expect(kindsFor('cityOffice', open)).toEqual(['majorIssue'])
  const closed = createContext('2018-06-11', [
    [slot, [issue, moved(issue.id, 'requestClosing', 'clerk'), moved(issue.id, 'close', 'ren')]],
  ])
  expect(kindsFor('leader', closed)).toEqual([])
})

test('a visit is to be made on its day and after it, not before', () => {
  const visits = [{ id: 'v', code: slot.code, plannedOn: '2018-06-12' }]
  const on = (today: string) => tasksFor('inspector', createContext(today, [[slot, []]], { visits }))
  expect(on('2018-06-11')).toEqual([])
  expect(on('2018-06-12')).toMatchObject([{ kind: 'visit', due: '2018-06-12', overdueDays: 0 }])
  expect(on('2018-06-14')).toMatchObject([{ kind: 'visit', overdueDays: 2 }])
})
