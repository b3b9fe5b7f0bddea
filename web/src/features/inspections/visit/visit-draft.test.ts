import { describe, expect, test } from 'vitest'
import {
  allNames,
  beginDraft,
  type DraftAct,
  type DraftFinding,
  plateOf,
  reduceDraft,
  resultOf,
  standingFindings,
  type VisitDraft,
} from './visit-draft.ts'

const begun = beginDraft({
  visit: 'v',
  centre: 'LL2018-034',
  name: '石沟村',
  kind: 'routine',
  inspectors: ['me'],
  day: '2018-07-31',
  verification: { id: 'c', stage: 'started' },
})
const after = (...acts: DraftAct[]): VisitDraft => acts.reduce(reduceDraft, begun)
const footing = { id: 'footing', from: 'started' } as const
const roof = { id: 'roof', from: 'mainStructure' } as const
const finding: DraftFinding = {
  id: 'f',
  item: 'footing',
  severity: 'larger',
  title: '基础埋深不够',
  description: '',
  dueOn: '',
  assign: true,
  again: null,
  repeats: null,
}
const fail: DraftAct = { do: 'answer', item: 'footing', result: 'fail', finding }
const photo = { id: 'p', name: 'a.jpg', of: 'footing', sha256: null }

describe('an item', () => {
  test('is still to be looked at once its stage is reached, and 未到检查阶段 by itself before', () => {
    expect(resultOf(begun, footing, 'started')).toBeNull()
    expect(resultOf(begun, roof, 'started')).toBe('notReached')
    expect(resultOf(begun, roof, 'mainStructure')).toBeNull()
  })

  test('can be opened before its stage and then waits for an answer', () => {
    expect(resultOf(after({ do: 'open', item: 'roof' }), roof, 'started')).toBeNull()
  })

  test('takes an answer back when it is given once more', () => {
    const passed = after({ do: 'answer', item: 'footing', result: 'pass' })
    expect(resultOf(passed, footing, 'started')).toBe('pass')
    expect(
      resultOf(reduceDraft(passed, { do: 'answer', item: 'footing', result: 'pass' }), footing, 'started'),
    ).toBeNull()
  })

  test('keeps its note whatever the answer', () => {
    const said = after({ do: 'note', item: 'footing', note: '已看' }, { do: 'answer', item: 'footing', result: 'pass' })
    expect(said.checks.footing).toEqual({ result: 'pass', note: '已看' })
  })
})

describe('the rest of a group', () => {
  const rest: DraftAct = { do: 'passRest', group: 'g', items: ['footing', 'roof'] }

  test('passes by one press, and one press takes that back', () => {
    const passed = after(rest)
    expect([passed.checks.footing?.result, passed.checks.roof?.result]).toEqual(['pass', 'pass'])
    const undone = reduceDraft(passed, { do: 'undoRest', group: 'g' })
    expect([undone.checks.footing?.result, undone.checks.roof?.result]).toEqual([null, null])
    expect(undone.filled).toEqual({})
  })

  test('taken back leaves alone what was answered otherwise since', () => {
    const draft = after(rest, { do: 'answer', item: 'roof', result: 'notApplicable' }, { do: 'undoRest', group: 'g' })
    expect([draft.checks.footing?.result, draft.checks.roof?.result]).toEqual([null, 'notApplicable'])
  })
})

describe('a failure', () => {
  test('brings its finding, once', () => {
    expect(after(fail, fail, fail).findings).toEqual([finding])
  })

  test('that was none keeps what was written of it, should it be one after all', () => {
    const written = after(fail, { do: 'changeFinding', id: 'f', change: { description: '东墙' } })
    const passed = reduceDraft(written, { do: 'answer', item: 'footing', result: 'pass' })
    expect(standingFindings(passed)).toEqual([])
    expect(standingFindings(reduceDraft(passed, fail))[0]?.description).toBe('东墙')
  })

  test('is none where nobody let the team in', () => {
    const draft = after(fail, { do: 'say', said: { found: 'closed' } })
    expect(standingFindings(draft)).toEqual([])
    expect(standingFindings(reduceDraft(draft, { do: 'say', said: { checksAnyway: true } }))).toHaveLength(1)
  })

  test('of no item stands by itself and can be dropped', () => {
    const other = { ...finding, id: 'o', item: null }
    expect(standingFindings(after({ do: 'find', finding: other }))).toEqual([other])
    expect(after({ do: 'find', finding: other }, { do: 'dropFinding', id: 'o' }).findings).toEqual([])
  })
})

describe('a photo', () => {
  test('is known by its id before it has arrived', () => {
    const sent = after({ do: 'photograph', photo }, { do: 'photoSent', id: 'p', sha256: 'a' })
    expect(sent.photos).toEqual([{ ...photo, sha256: 'a' }])
  })

  test('that had arrived is to be withdrawn, one that had not is simply gone', () => {
    const taken: DraftAct = { do: 'photograph', photo }
    const drop: DraftAct = { do: 'dropPhoto', id: 'p', act: 'w' }
    expect(after(taken, drop).leaving).toEqual([])
    const draft = after(taken, { do: 'photoSent', id: 'p', sha256: 'a' }, drop)
    expect([draft.photos, draft.leaving]).toEqual([[], [{ photo: 'p', act: 'w' }]])
    expect(reduceDraft(draft, { do: 'photoLeft', id: 'p' }).leaving).toEqual([])
  })
})

test('inspectors are chosen and left out by the same press', () => {
  const two = after({ do: 'toggleInspector', id: 'other' })
  expect(two.inspectors).toEqual(['me', 'other'])
  expect(reduceDraft(two, { do: 'toggleInspector', id: 'other' }).inspectors).toEqual(['me'])
})

test('a name still in the field counts, once', () => {
  expect(allNames({ names: ['张三'], typed: ' 李四 ' })).toEqual(['张三', '李四'])
  expect(allNames({ names: ['张三'], typed: '张三' })).toEqual(['张三'])
})

test('the plate is not to be expected before acceptance, and asked for after', () => {
  expect(plateOf(begun, 'fitOut')).toBe('notYet')
  expect(plateOf(begun, 'accepted')).toBeNull()
  expect(plateOf(after({ do: 'say', said: { plate: 'missing' } }), 'fitOut')).toBe('missing')
})
