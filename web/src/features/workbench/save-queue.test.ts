import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { describe, expect, it } from 'vitest'
import { createCentreSheet } from '../../../../test/factories/county-sheet.ts'
import { ApiError } from '../../api/client.ts'
import { SaveQueue } from './save-queue.ts'

const CODE = 'LL2018-001'
const words = { builds: { newBuild: '新建', conversion: '改建', extension: '扩建' }, yes: '是', no: '否' }

interface Sent {
  version: number
  path: string
  body: Record<string, unknown>
}
type Answer = (sent: Sent, centre: CentreSheet) => CentreSheet | ApiError

/** What a server makes of the facts of people it is sent. */
function stated(centre: CentreSheet, body: Record<string, unknown>): CentreSheet {
  const facts = (body.facts ?? {}) as object
  return { ...centre, people: { ...centre.people, ...facts }, version: centre.version + 1 }
}

function begin(answers: Answer[] = [], first = createCentreSheet()) {
  let centre = first
  let made = 0
  const sent: Sent[] = []
  const queue = new SaveQueue({
    send: async (from, path, body) => {
      const one = { version: from.version, path, body: body as Record<string, unknown> }
      sent.push(one)
      const answer = answers[sent.length - 1]?.(one, from) ?? stated(from, one.body)
      if (answer instanceof ApiError) throw answer
      return { centre: answer, recordIds: [] }
    },
    centreOf: () => centre,
    onCentre: next => {
      centre = next
    },
    context: () => ({ today: '2018-07-31', words }),
    newId: () => `id-${++made}`,
  })
  const type = (columnId: string, text: string) => queue.edit([{ rowKey: CODE, columnId, text }])
  const at = (columnId: string) => queue.state().edits.get(CODE)?.get(columnId)
  const settled = () => new Promise(done => setTimeout(done))
  return { queue, sent, type, at, settled, centre: () => centre }
}

const stale = (current: CentreSheet) => new ApiError(412, 'versionStale', '', { current })
const refusal = (code: string, pointer: string) =>
  new ApiError(422, code, '不行。 / No.', { errors: [{ pointer, code, message: '不行。 / No.' }] })

describe('saving', () => {
  it('sends a fact from the version at hand and forgets the edit', async () => {
    const { type, sent, at, settled, centre } = begin()
    type('person', '张三')
    expect(at('person')?.status).toBe('sending')
    await settled()
    expect(sent).toEqual([{ version: 1, path: '', body: { id: 'id-1', facts: { person: '张三' } } }])
    expect(at('person')).toBeUndefined()
    expect(centre().people.person).toBe('张三')
  })

  it('sends a pasted row of facts together, a stage day by itself', async () => {
    const { queue, sent, settled } = begin()
    queue.edit([
      { rowKey: CODE, columnId: 'person', text: '张三' },
      { rowKey: CODE, columnId: 'planned.fitOut', text: '10月20日' },
      { rowKey: CODE, columnId: 'planned.accepted', text: '2018.11.20' },
      { rowKey: CODE, columnId: 'reported.foundation', text: '2018/7/9' },
    ])
    await settled()
    expect(sent[0]?.body).toEqual({
      id: 'id-1',
      facts: { person: '张三', planned: { fitOut: '2018-10-20', accepted: '2018-11-20' } },
    })
    expect(sent[1]).toMatchObject({
      version: 2,
      path: '/stage-records',
      body: { stage: 'foundation', date: '2018-07-09' },
    })
  })

  it('takes month and day alone for a day of this year', async () => {
    const { type, sent, settled } = begin()
    type('reported.foundation', '7.9')
    await settled()
    expect(sent[0]?.body).toMatchObject({ stage: 'foundation', date: '2018-07-09' })
  })

  it('sends nothing for the day that stands there, typed otherwise', async () => {
    const { type, sent, at, settled } = begin([], createCentreSheet({}, { started: { reported: '2018-05-20' } }))
    type('reported.started', '5月20日')
    await settled()
    expect(sent).toEqual([])
    expect(at('reported.started')).toBeUndefined()
  })

  it('keeps a text that makes no sense, and sends nothing', async () => {
    const { type, sent, at, settled } = begin()
    type('reported.started', '5月上旬')
    type('population', '很多')
    type('reported.fitOut', '2018-08-01')
    await settled()
    expect(sent).toEqual([])
    expect(at('reported.started')).toMatchObject({ text: '5月上旬', status: 'fault', fault: 'badDay' })
    expect(at('population')).toMatchObject({ fault: 'badNumber' })
    expect(at('reported.fitOut')).toMatchObject({ fault: 'dateAhead' })
  })

  it('takes back a report of today that is cleared; an older one stays and says so', async () => {
    const filed = createCentreSheet(
      {},
      {
        started: { reported: '2018-05-20', reportId: 'old', recordedAt: '2018-05-21T02:00:00.000Z' },
        foundation: { reported: '2018-07-30', reportId: 'new', recordedAt: '2018-07-31T02:00:00.000Z' },
      },
    )
    const { type, sent, at, settled } = begin(
      [(_, centre) => createCentreSheet({ version: centre.version + 1 })],
      filed,
    )
    type('reported.started', '')
    expect(at('reported.started')).toMatchObject({ fault: 'notCleared' })
    type('reported.foundation', '')
    await settled()
    expect(sent).toEqual([{ version: 1, path: '/stage-withdrawals', body: { id: 'id-1', reportId: 'new' } }])
  })

  it('sends what was typed anew while the first was on its way, after it', async () => {
    const { type, sent, settled, at, centre } = begin()
    type('person', '张三')
    type('person', '李四')
    await settled()
    expect(sent.map(({ version, body }) => [version, body.facts])).toEqual([
      [1, { person: '张三' }],
      [2, { person: '李四' }],
    ])
    expect(centre().people.person).toBe('李四')
    expect(at('person')).toBeUndefined()
  })
})

describe('somebody else was quicker', () => {
  const theirs = (people: Partial<CentreSheet['people']>) => {
    const centre = createCentreSheet({ version: 5 })
    return { ...centre, people: { ...centre.people, ...people } }
  }

  it('in another field: both are kept and it is said', async () => {
    const { type, sent, settled, centre, queue } = begin([() => stale(theirs({ phone: '13800000000' }))])
    type('person', '张三')
    await settled()
    expect(sent.map(({ version }) => version)).toEqual([1, 5])
    expect(centre().people).toMatchObject({ person: '张三', phone: '13800000000' })
    expect(queue.state().merged).toEqual([CODE])
  })

  it('in the same field: nothing is sent until one is chosen', async () => {
    const { type, sent, settled, at, queue, centre } = begin([() => stale(theirs({ person: '王五' }))])
    type('person', '张三')
    await settled()
    expect(sent).toHaveLength(1)
    expect(at('person')).toMatchObject({ status: 'conflict', base: '', theirs: '王五', text: '张三' })
    type('person', '张三丰')
    await settled()
    expect(sent).toHaveLength(1)
    expect(at('person')).toMatchObject({ status: 'conflict', theirs: '王五', text: '张三丰' })
    queue.keepMine(CODE, 'person')
    await settled()
    expect(sent[1]).toMatchObject({ version: 5, body: { facts: { person: '张三丰' } } })
    expect(centre().people.person).toBe('张三丰')
  })

  it('theirs may be kept, and mine is forgotten', async () => {
    const { type, sent, settled, at, queue } = begin([() => stale(theirs({ person: '王五' }))])
    type('person', '张三')
    await settled()
    queue.drop(CODE, 'person')
    await settled()
    expect(at('person')).toBeUndefined()
    expect(sent).toHaveLength(1)
  })

  it('while it was being typed: that is a choice, too', async () => {
    const { queue, sent, at, settled } = begin([], theirs({ person: '王五' }))
    queue.edit([{ rowKey: CODE, columnId: 'person', text: '张三', seen: '' }])
    await settled()
    expect(sent).toEqual([])
    expect(at('person')).toMatchObject({ status: 'conflict', base: '', theirs: '王五' })
  })
})

describe('a refusal', () => {
  const network = () => new ApiError(0, 'network', '')

  it('for the network keeps everything and sends the same act again', async () => {
    const { type, sent, settled, at, queue } = begin([network])
    type('person', '张三')
    await settled()
    expect(at('person')).toMatchObject({ status: 'failed', text: '张三' })
    queue.retry()
    await settled()
    expect(sent.map(({ body }) => body.id)).toEqual(['id-1', 'id-1'])
    expect(at('person')).toBeUndefined()
  })

  it('whose act was saved all the same is no conflict with oneself', async () => {
    const saved = createCentreSheet({ version: 2 })
    const { type, settled, at, queue, centre } = begin([
      network,
      () => stale({ ...saved, people: { ...saved.people, person: '张三' } }),
    ])
    type('person', '张三')
    await settled()
    type('person', '李四')
    queue.retry()
    await settled()
    expect(at('person')).toBeUndefined()
    expect(centre().people.person).toBe('李四')
  })

  it('for a doubt is saved once that was said', async () => {
    const { type, sent, settled, at, queue } = begin([() => refusal('doubtful', '/date')])
    type('reported.started', '2018-05-03')
    await settled()
    expect(at('reported.started')).toMatchObject({ status: 'doubt' })
    queue.accept(CODE, 'reported.started')
    await settled()
    expect(sent[1]?.body).toMatchObject({ stage: 'started', acceptDoubts: true })
  })

  it('of several facts together sends each by itself, so that the wrong one stands alone', async () => {
    const { queue, sent, settled, at } = begin([
      () => refusal('ruleBroken', '/facts/phone'),
      (one, centre) => stated(centre, one.body),
      () => refusal('ruleBroken', '/facts/phone'),
    ])
    queue.edit([
      { rowKey: CODE, columnId: 'person', text: '张三' },
      { rowKey: CODE, columnId: 'phone', text: '1' },
    ])
    await settled()
    expect(sent.map(({ body }) => body.facts)).toEqual([
      { person: '张三', phone: '1' },
      { person: '张三' },
      { phone: '1' },
    ])
    expect(at('person')).toBeUndefined()
    expect(at('phone')).toMatchObject({ status: 'fault', text: '1' })
  })
})
