import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checklist, createKnownIssue } from '../../../test/factories/known-issues.ts'
import { calendar2018 } from '../../../test/factories/programme.ts'
import { ALL_KNOWN, report, reports } from '../../../test/factories/records.ts'
import { CENTRE, COUNTY, createFinding, createVisit } from '../../../test/factories/visits.ts'
import { foldCentre } from '../centres/fold.ts'
import { workdaysOf } from '../dates/workdays.ts'
import { findingRecord } from './finding-rules.ts'
import type { RecordVisit } from './visit.schema.ts'
import { VISIT_KINDS } from './visit.schema.ts'
import { checkPlan, checkVisit, isEmbargoed } from './visit-rules.ts'

const TODAY = '2018-07-31'
const PHOTO = '5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a10'
const GONE = '5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a99'

const inspector = (accountId: string, homeCounty: string | null) => ({
  accountId,
  name: accountId,
  role: homeCounty === null ? ('cityOffice' as const) : ('inspector' as const),
  homeCounty,
})
const known = [
  inspector('ren', '141181'),
  inspector('wu', '141121'),
  inspector('local', COUNTY),
  inspector('feng', null),
]

const open = createKnownIssue({ id: randomUUID(), item: 'groundChecked', state: 'rectifying' })
const elsewhere = createKnownIssue({ id: randomUUID(), item: 'backfill', state: 'assigned' })
const closed = createKnownIssue({ id: randomUUID(), item: 'backfill', state: 'closed' })
const issues = [
  { issue: open, number: 'WT2018-0001' },
  { issue: elsewhere, number: 'WT2018-0002' },
  { issue: closed, number: 'WT2018-0003' },
]

const state = foldCentre(
  [...reports({ sited: '2018-03-05' }), report('started', '2018-05-20', { accountId: 'feng' })],
  {
    asOf: TODAY,
    knownAt: ALL_KNOWN,
  },
)

const context = {
  known,
  countyCode: COUNTY,
  centreCode: CENTRE,
  today: TODAY,
  checklist,
  workdays: workdaysOf([calendar2018]),
  recorder: { accountId: 'ren', principal: 'inspector' as const, county: '141181' },
  issues,
  state,
  hasPhoto: (id: string) => id === PHOTO,
}

const faultsOf = (visit: Partial<RecordVisit>, more: Partial<typeof context> = {}) =>
  checkVisit({ ...context, ...more, asked: createVisit({ inspectors: ['ren', 'wu'], ...visit }) }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )

const failed = (item: string) => ({ item, result: 'fail' as const, photoIds: [PHOTO] })
const CITY = { accountId: 'feng', principal: 'cityOffice', county: null } as unknown as typeof context.recorder
const verified = { id: randomUUID(), stage: 'started' as const }

const RIGHT: [string, Partial<RecordVisit>][] = [
  ['nothing but the times', {}],
  ['a closed door', { found: 'closed', items: [] }],
  ['an instant of a visit', { leftAt: '2018-07-31T01:00:00.000Z' }],
  ['late in the evening in Shanghai', { arrivedAt: '2018-07-31T12:00:00.000Z', leftAt: '2018-07-31T15:59:00.000Z' }],
  ['three inspectors', { inspectors: ['ren', 'wu', 'feng'] }],
  [
    'a failed item with photo and finding',
    { items: [failed('footingSize')], findings: [createFinding({ item: 'footingSize' })] },
  ],
  [
    'an item failed in two ways',
    {
      items: [failed('footingSize')],
      findings: [createFinding({ item: 'footingSize' }), createFinding({ item: 'footingSize', title: '截面偏小' })],
    },
  ],
  ['a finding of no item', { findings: [createFinding()] }],
  [
    'an open issue found again',
    { items: [failed('groundChecked')], findings: [createFinding({ item: 'groundChecked', again: open.id })] },
  ],
  ['an open issue found again by itself', { findings: [createFinding({ again: open.id })] }],
  ['a closed issue that came back', { findings: [createFinding({ repeats: closed.id })] }],
  ['a due day that is a workday', { findings: [createFinding({ dueOn: '2018-08-06' })] }],
  ['a stage as reported', { verified }],
  ['a stage by another day', { verified: { ...verified, date: '2018-05-25' } }],
  ['a stage that was not reached', { verified: { ...verified, stage: 'foundation', date: null } }],
]

const WRONG: [string, Partial<RecordVisit>, string[]][] = [
  ['somebody twice', { inspectors: ['ren', 'ren'] }, ['/inspectors/1 inspectorTwice']],
  ['somebody unknown', { inspectors: ['ren', 'nobody'] }, ['/inspectors/1 inspectorUnknown']],
  ['somebody at home', { inspectors: ['ren', 'local'] }, ['/inspectors/1 inspectorAtHome']],
  ['a team without whoever records', { inspectors: ['wu', 'feng'] }, ['/inspectors recorderMissing']],
  ['an end before its beginning', { leftAt: '2018-07-31T00:59:59.999Z' }, ['/leftAt leftBeforeArrival']],
  [
    'tomorrow in Shanghai',
    { arrivedAt: '2018-07-31T16:00:00.000Z', leftAt: '2018-07-31T17:00:00.000Z' },
    ['/arrivedAt dateAhead', '/leftAt dateAhead'],
  ],
  ['an item there is not', { items: [{ item: 'unheardOf', result: 'pass' }] }, ['/items/0/item itemUnknown']],
  [
    'an item twice',
    {
      items: [
        { item: 'backfill', result: 'pass' },
        { item: 'backfill', result: 'notReached' },
      ],
    },
    ['/items/1/item itemTwice'],
  ],
  [
    'a failed item without a photo and a finding',
    { items: [{ item: 'footingSize', result: 'fail' }] },
    ['/items/0/photoIds photoMissing', '/items/0/item findingMissing'],
  ],
  [
    'photos that are not there',
    {
      items: [{ item: 'footingSize', result: 'pass', photoIds: [PHOTO, GONE] }],
      photoIds: [GONE],
      findings: [createFinding({ photoIds: [GONE] })],
    },
    ['/items/0/photoIds/1 photoUnknown', '/photoIds/0 photoUnknown', '/findings/0/photoIds/0 photoUnknown'],
  ],
  [
    'a finding of an item that passed',
    { items: [{ item: 'footingSize', result: 'pass' }], findings: [createFinding({ item: 'footingSize' })] },
    ['/findings/0/item itemNotFailed'],
  ],
  [
    'a finding of an item there is not',
    { findings: [createFinding({ item: 'unheardOf' })] },
    ['/findings/0/item itemUnknown'],
  ],
  [
    'what is open on an item, said anew',
    { items: [failed('groundChecked')], findings: [createFinding({ item: 'groundChecked' })] },
    ['/findings/0/item issueOpen'],
  ],
  ['an issue of elsewhere', { findings: [createFinding({ again: GONE })] }, ['/findings/0/again issueUnknown']],
  ['a closed issue found again', { findings: [createFinding({ again: closed.id })] }, ['/findings/0/again moveNotNow']],
  [
    'an issue of another item',
    { findings: [createFinding({ item: 'footingSize', again: open.id })] },
    ['/findings/0/item itemDiffers'],
  ],
  [
    'an issue found again twice',
    { findings: [createFinding({ again: open.id }), createFinding({ again: open.id })] },
    ['/findings/1/again againTwice'],
  ],
  [
    'an issue both open and closed',
    { findings: [createFinding({ again: open.id, repeats: closed.id })] },
    ['/findings/0/repeats againAndRepeats'],
  ],
  [
    'a new due day for what was found again',
    { findings: [createFinding({ again: open.id, dueOn: '2018-08-06' })] },
    ['/findings/0/dueOn notOfThisMove'],
  ],
  [
    'an open issue come back',
    { findings: [createFinding({ repeats: elsewhere.id })] },
    ['/findings/0/repeats repeatsUnknown'],
  ],
  ['a due day off work', { findings: [createFinding({ dueOn: '2018-08-04' })] }, ['/findings/0/dueOn dueNoWorkday']],
  ['a due day that has passed', { findings: [createFinding({ dueOn: '2018-07-30' })] }, ['/findings/0/dueOn duePast']],
  [
    'a stage of which nothing is reported',
    { verified: { ...verified, stage: 'foundation' } },
    ['/verified/date nothingReported'],
  ],
  ['a stage reached after the visit', { verified: { ...verified, date: '2018-08-01' } }, ['/verified/date afterVisit']],
  [
    'a stage reported for a day after the visit',
    { arrivedAt: '2018-05-10T01:00:00.000Z', leftAt: '2018-05-10T02:00:00.000Z', verified },
    ['/arrivedAt beforeReport'],
  ],
]

describe('a visit can be recorded with', () => {
  test.each(RIGHT)('%s', (_, visit) => {
    expect(faultsOf(visit)).toEqual([])
  })
})

describe('a visit cannot be recorded with', () => {
  test.each(WRONG)('%s', (_, visit, faults) => {
    expect(faultsOf(visit)).toEqual(faults)
  })

  test('a stage that whoever records has reported themselves', () => {
    const asked = { inspectors: ['ren', 'feng'], verified }
    expect(faultsOf(asked)).toEqual([])
    expect(faultsOf(asked, { recorder: CITY })).toEqual(['/verified/stage ownReport'])
  })

  test('every fault it has, all of them named at once', () => {
    const faults = faultsOf({
      inspectors: ['local', 'local'],
      leftAt: '2018-07-30T01:00:00.000Z',
      items: [{ item: 'unheardOf', result: 'fail' }],
      findings: [createFinding({ again: GONE }), createFinding({ dueOn: '2018-08-04' })],
      verified: { ...verified, stage: 'foundation' },
    })
    expect(faults).toEqual([
      '/inspectors/0 inspectorAtHome',
      '/inspectors/1 inspectorTwice',
      '/inspectors recorderMissing',
      '/leftAt leftBeforeArrival',
      '/items/0/item itemUnknown',
      '/items/0/photoIds photoMissing',
      '/items/0/item findingMissing',
      '/findings/0/again issueUnknown',
      '/findings/1/dueOn dueNoWorkday',
      '/verified/date nothingReported',
    ])
  })
})

test('each fault is said in Chinese, then in English', () => {
  for (const [, visit] of WRONG) {
    const asked = createVisit({ inspectors: ['ren', 'wu'], ...visit })
    for (const { message } of checkVisit({ ...context, asked }))
      expect(message).toMatch(/\p{Script=Han}.* \/ [ -~\p{Script=Han}]+/u)
  }
})

describe('a visit to come', () => {
  const plan = (plannedOn: string, isMade = false) =>
    checkPlan({ asked: { plannedOn, inspectors: ['ren', 'wu'] }, known, countyCode: COUNTY, today: TODAY, isMade })

  test('is of today or later, unless it was made meanwhile', () => {
    expect([plan(TODAY), plan('2018-08-01'), plan('2018-07-30', true)]).toEqual([[], [], []])
    expect(plan('2018-07-30')).toMatchObject([{ pointer: '/plannedOn', code: 'plannedPast' }])
  })

  test('is embargoed where it is to surprise', () => {
    expect(VISIT_KINDS.filter(isEmbargoed)).toEqual(['randomDraw', 'unannounced'])
  })
})

describe('a finding becomes', () => {
  const visit = { id: randomUUID(), date: '2018-07-30' }

  test('a new issue handed to the county, safety and due day as the checklist has them', () => {
    const finding = createFinding({ item: 'footingSize', severity: 'general' })
    expect(findingRecord(finding, visit, context)).toMatchObject({
      id: finding.id,
      kind: 'issueRaised',
      date: '2018-07-30',
      body: { source: 'visit', visitId: visit.id, item: 'footingSize', safety: false, assigned: true },
    })
    expect(findingRecord({ ...finding, assign: false }, visit, context)).toMatchObject({ body: { assigned: false } })
  })

  test('a step in the life of the issue it is, never before the step before', () => {
    const finding = createFinding({ again: open.id, severity: 'major', description: '仍有积水', photoIds: [PHOTO] })
    expect(findingRecord(finding, { ...visit, date: '2018-01-01' }, context)).toEqual({
      id: finding.id,
      kind: 'issueMoved',
      date: open.moves.at(-1)?.on ?? open.foundOn,
      body: {
        issueId: open.id,
        move: 'findAgain',
        note: '仍有积水',
        severity: 'major',
        visitId: visit.id,
        photoIds: [PHOTO],
      },
    })
    const note = { body: { note: finding.title } }
    expect(findingRecord({ ...finding, description: '' }, visit, context)).toMatchObject(note)
  })
})
