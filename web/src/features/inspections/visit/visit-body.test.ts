import { type RecordVisit, recordVisitSchema } from '@lvliang/shared/inspections/visit.schema'
import { describe, expect, test } from 'vitest'
import { checklist } from '../../../../../test/factories/checklist.ts'
import { visitBody } from './visit-body.ts'
import { beginDraft, type DraftAct, reduceDraft, resultOf, type VisitDraft } from './visit-draft.ts'
import { placeFaults } from './visit-faults.ts'
import { missingIn, progressOf, remindersIn, type VisitContext } from './visit-missing.ts'

const id = (n: number) => `5f0c2a34-6f3e-4c0e-9a43-0d8a6b1f7a1${n}`
const context = { checklist, stage: 'started', today: '2018-07-31' } as unknown as VisitContext
const items = context.checklist.groups.flatMap(group => group.items)
const open = items.filter(item => item.from === 'started' || item.from === 'approved' || item.from === 'sited')

const begun = beginDraft({
  visit: id(0),
  centre: 'LL2018-034',
  name: '石沟村',
  kind: 'routine',
  inspectors: ['me'],
  day: '2018-07-31',
  verification: { id: id(1), stage: 'started' },
})
const with_ = (draft: VisitDraft, ...acts: DraftAct[]) => acts.reduce(reduceDraft, draft)
const arrived = with_(
  begun,
  { do: 'toggleInspector', id: 'other' },
  { do: 'say', said: { arrived: '09:30', left: '10:05', found: 'open' } },
)
const passed = with_(arrived, { do: 'passRest', group: 'all', items: open.map(item => item.id) })
const fence: DraftAct = {
  do: 'answer',
  item: 'fence',
  result: 'fail',
  finding: {
    id: id(2),
    item: 'fence',
    severity: 'general',
    title: '围挡缺口',
    description: ' 东侧两米 ',
    dueOn: '',
    assign: true,
    again: null,
    repeats: null,
  },
}
const photo: DraftAct = { do: 'photograph', photo: { id: id(3), name: 'a', of: 'fence', sha256: 'a' } }
const body = (draft: VisitDraft): RecordVisit => visitBody(draft, context)

describe('what is missing', () => {
  const codes = (draft: VisitDraft) => missingIn(draft, context).map(({ code }) => code)

  test('of a visit just begun is all of it, in the order of the form', () => {
    expect([...new Set(codes(begun))]).toEqual(['inspectors', 'arrived', 'found', 'unanswered', 'left'])
  })

  test('is nothing once each item has an answer', () => {
    expect(codes(passed)).toEqual([])
    expect(progressOf(passed, context)).toEqual({ done: items.length, all: items.length })
  })

  test('is the photo of a failure', () => {
    expect(missingIn(with_(passed, fence), context)).toEqual([{ code: 'photo', at: 'check-fence', item: 'fence' }])
    expect(codes(with_(passed, fence, photo))).toEqual([])
  })

  test('is no checklist where nobody let the team in', () => {
    expect(codes(with_(arrived, { do: 'say', said: { found: 'nobodyThere' } }))).toEqual([])
  })

  test('is a day of completion that is said to be another and is not said', () => {
    const other = { ...passed.verified, answer: 'otherDay' } as const
    expect(codes(with_(passed, { do: 'say', said: { verified: other } }))).toEqual(['verifiedDay'])
    expect(codes(with_(passed, { do: 'say', said: { verified: { ...other, day: '2018-08-01' } } }))).toEqual([
      'verifiedDayAhead',
    ])
  })

  test('is a departure after the arrival', () => {
    expect(codes(with_(passed, { do: 'say', said: { left: '09:00' } }))).toEqual(['leftBefore'])
  })

  test('holds nothing up where it need not be said', () => {
    const all = remindersIn(passed, true).map(({ code }) => code)
    expect(all).toEqual(['position', 'present', 'verified', 'photos'])
  })
})

describe('what is sent', () => {
  test('is as the contract wants it', () => {
    const said = body(
      with_(passed, fence, photo, { do: 'say', said: { verified: { ...passed.verified, answer: 'agrees' } } }),
    )
    expect(recordVisitSchema.parse(said)).toEqual(said)
    expect(said).toMatchObject({
      arrivedAt: '2018-07-31T01:30:00.000Z',
      leftAt: '2018-07-31T02:05:00.000Z',
      plate: 'notYet',
    })
    expect(said.items).toHaveLength(items.length)
    expect(said.verified).toEqual({ id: id(1), stage: 'started' })
  })

  test('of a failure is its finding with photos and safety, the spaces round its words left out', () => {
    const said = body(with_(passed, fence, photo))
    expect(said.items.find(({ item }) => item === 'fence')).toEqual({
      item: 'fence',
      result: 'fail',
      photoIds: [id(3)],
    })
    expect(said.findings).toEqual([
      {
        id: id(2),
        item: 'fence',
        severity: 'general',
        title: '围挡缺口',
        description: '东侧两米',
        photoIds: [id(3)],
        assign: true,
        safety: true,
      },
    ])
  })

  test('of an issue found again names it and sets no day', () => {
    const again: DraftAct = { do: 'changeFinding', id: id(2), change: { again: id(4), dueOn: '2018-08-20' } }
    const [finding] = body(with_(passed, fence, photo, again)).findings
    expect(finding).toMatchObject({ again: id(4), severity: 'general' })
    expect(finding).not.toHaveProperty('dueOn')
  })

  test('of a stage that is not there is no day', () => {
    const verified = { ...passed.verified, answer: 'notReached', note: '未见基础' } as const
    expect(body(with_(passed, { do: 'say', said: { verified } })).verified).toEqual({
      id: id(1),
      stage: 'started',
      date: null,
      note: '未见基础',
    })
  })

  test('of the same draft is the same', () => {
    const draft = with_(passed, fence, photo)
    expect(body(draft)).toEqual(body(JSON.parse(JSON.stringify(draft))))
  })

  test('of a locked door is no checklist', () => {
    const said = body(with_(passed, fence, photo, { do: 'say', said: { found: 'closed' } }))
    expect([said.items, said.findings]).toEqual([[], []])
  })
})

test('what the server refuses stands at its place in the form', () => {
  const said = body(with_(passed, fence, photo))
  const at = said.items.findIndex(({ item }) => item === 'fence')
  const places = ['/leftAt', `/items/${at}/photoIds`, '/json/findings/0/dueOn', '/verified/date', '/inspectors/1', '/x']
  const faults = places.map(pointer => ({ pointer, code: 'c', message: 'm' }))
  expect(placeFaults(faults, said).map(fault => fault.at)).toEqual([
    'visit-left',
    'check-fence',
    'check-fence',
    'visit-verified',
    'visit-inspectors',
    null,
  ])
})

test('an item before its stage is answered by itself', () => {
  const roof = items.find(item => item.from === 'mainStructure')
  expect(roof && resultOf(begun, roof, 'started')).toBe('notReached')
})
