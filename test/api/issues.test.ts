import { randomUUID } from 'node:crypto'
import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { IssueDetail, IssueMove, IssuePage } from '@lvliang/shared/inspections/issue.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRecord, reports } from '../factories/records.ts'
import { createLiveApp, type LiveApp } from '../factories/store.ts'
import { addPhotos, CENTRE, COUNTY } from '../factories/visits.ts'

/** A centre on which nothing is late. */
const ON_TIME = [
  createRecord('facts', '2018-03-01', { facts: { town: '白文镇', village: '张家沟村' } }),
  ...reports({
    sited: '2018-03-05',
    approved: '2018-03-20',
    started: '2018-04-20',
    foundation: '2018-05-20',
    mainStructure: '2018-07-20',
  }),
]

let live: LiveApp
beforeEach(async () => {
  live = await createLiveApp(ON_TIME)
})
afterEach(() => live.close())

type Who = Parameters<LiveApp['as']>[0]
const LEADER: Who = { principal: 'leader' }
const CITY: Who = { principal: 'cityOffice' }
const INSPECTOR: Who = { principal: 'inspector', county: '141181' }
const COLLEAGUE: Who = { principal: 'inspector', county: '141121' }
const AT_HOME: Who = { principal: 'inspector', county: COUNTY }
const CLERK: Who = { principal: 'county', county: COUNTY }
const OTHER_CLERK: Who = { principal: 'county', county: '141181' }

const TODAY = '2018-07-31'
const FINDING = { source: 'spot', centre: CENTRE, date: TODAY, severity: 'larger', title: '灭火器过期' }
const ORDER = { source: 'order', centre: CENTRE, date: TODAY, title: '加快施工进度' }

async function post(who: Who, path: string, body: object, version: number | null = null) {
  const client = await live.as(who)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (version !== null) headers['if-match'] = `"${version}"`
  return client.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function bodyOf<T>(response: Response | Promise<Response>, status: number): Promise<T> {
  const got = await response
  if (got.status !== status) throw new Error(`${got.status} ${await got.text()}`)
  return (await got.json()) as T
}
const codesOf = async (response: Promise<Response>) =>
  (await bodyOf<{ errors: { pointer: string; code: string }[] }>(response, 422)).errors.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )

const send = (who: Who, body: object) => post(who, '/api/issues', { id: randomUUID(), ...body })
const raise = (who: Who = INSPECTOR, body: object = FINDING) => bodyOf<IssueDetail>(send(who, body), 201)

interface Asked {
  issue: Pick<IssueDetail, 'id' | 'version'>
  move: IssueMove
  more?: object
}
const sendMove = (who: Who, { issue, move, more = {} }: Asked) =>
  post(who, `/api/issues/${issue.id}/transitions`, { id: randomUUID(), move, date: TODAY, ...more }, issue.version)
const make = (who: Who, issue: IssueDetail, move: IssueMove, more: object = {}) =>
  bodyOf<IssueDetail>(sendMove(who, { issue, move, more }), 201)
const read = async (who: Who, id: string) => bodyOf<IssueDetail>((await live.as(who)).request(`/api/issues/${id}`), 200)
const centre = () => live.get<CentreDetail>(`/api/centres/${CENTRE}`)
const countOf = (kind: string) => live.ledger.recordsAfter(0).filter(each => each.kind === kind).length

describe('a finding outside a visit', () => {
  test('is answered with its number, its due day and what may be done', async () => {
    const response = await send(INSPECTOR, FINDING)
    expect([response.status, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
      201,
      '"1"',
      'no-store',
    ])
    expect(await response.json()).toMatchObject({
      number: 'WT2018-0001',
      county: COUNTY,
      centre: { code: CENTRE, name: '张家沟村' },
      state: 'assigned',
      dueOn: '2018-08-14',
      overdueDays: 0,
      raisedBy: '市督查组',
      mine: true,
      may: ['findAgain', 'extend', 'handOver', 'withdraw'],
    })
    expect((await raise()).number).toBe('WT2018-0002')
  })

  test('sent again is the same, also days later; with other content it is refused', async () => {
    const id = randomUUID()
    const first = await send(INSPECTOR, { id, ...FINDING })
    live.clock.at += 3 * 86_400_000
    const again = await send(INSPECTOR, { id, ...FINDING })
    expect([first.status, again.status, countOf('issueRaised')]).toEqual([201, 200, 1])
    expect(await again.json()).toMatchObject({ id, dueOn: '2018-08-14' })
    const other = await send(INSPECTOR, { id, ...FINDING, title: '没有灭火器' })
    expect(other.status).toBe(409)
  })

  test('sent twice at once is one', async () => {
    const id = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(INSPECTOR, { id, ...FINDING })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201])
    expect(countOf('issueRaised')).toBe(1)
  })

  test('is not for a leader, nor for anybody of a county, nor at home', async () => {
    expect((await send(LEADER, FINDING)).status).toBe(403)
    expect((await send(CLERK, FINDING)).status).toBe(403)
    expect(await codesOf(send(AT_HOME, FINDING))).toEqual(['/centre homeCounty'])
    expect(countOf('issueRaised')).toBe(0)
  })

  test('is at a place that there is', async () => {
    const { centre: _, ...nowhere } = FINDING
    expect((await send(INSPECTOR, { ...FINDING, centre: 'LL2018-999' })).status).toBe(404)
    expect((await send(INSPECTOR, { ...nowhere, county: '149999' })).status).toBe(404)
    expect(await codesOf(send(INSPECTOR, nowhere))).toEqual(['/centre placeMissing'])
    expect(await codesOf(send(INSPECTOR, { ...FINDING, county: '141181' }))).toEqual(['/county countyOther'])
  })

  test('says all that is wrong with it, and what would be right', async () => {
    const refused = await send(INSPECTOR, {
      ...FINDING,
      date: '2018-08-01',
      dueOn: '2018-10-01',
      photoIds: [randomUUID()],
    })
    const { code, errors } = await bodyOf<{ code: string; errors: { code: string; message: string }[] }>(refused, 422)
    expect(code).toBe('ruleBroken')
    expect(errors.map(each => each.code)).toEqual(['dateAhead', 'dueNoWorkday', 'photoUnknown'])
    expect(errors[1]?.message).toContain('2018-10-08')
  })

  test('shows photos of its own centre alone', async () => {
    const [own = ''] = addPhotos(live, 1)
    const [other = ''] = addPhotos(live, 1, 'LL2018-035')
    expect(await codesOf(send(INSPECTOR, { ...FINDING, photoIds: [own, other] }))).toEqual(['/photoIds/1 photoUnknown'])
    expect((await raise(INSPECTOR, { ...FINDING, photoIds: [own] })).photoIds).toEqual([own])
  })

  test('is found again while it is open, and is a new one that repeats it once it was closed', async () => {
    const first = await raise(INSPECTOR, { ...FINDING, item: 'extinguishers' })
    const again = await bodyOf<{ errors: { message: string }[] }>(
      send(COLLEAGUE, { ...FINDING, item: 'extinguishers' }),
      422,
    )
    expect(again.errors[0]?.message).toContain(first.number)
    const [photo = ''] = addPhotos(live, 1)
    const asked = await make(CLERK, first, 'requestClosing', { note: '已更换', photoIds: [photo] })
    await make(INSPECTOR, asked, 'close')
    const second = await raise(COLLEAGUE, { ...FINDING, item: 'extinguishers', repeats: first.id })
    expect(second.repeats).toEqual({ id: first.id, number: first.number })
    expect((await read(CLERK, first.id)).repeatedBy).toEqual([{ id: second.id, number: second.number }])
  })
})

describe('an order', () => {
  test('of a leader is assigned at once and entered for 市领导', async () => {
    const about = { label: '临县 逾期 5 个', link: '/?county=141124' }
    const order = await raise(LEADER, { ...ORDER, about })
    expect(order).toMatchObject({ source: 'order', state: 'assigned', raisedBy: '市领导', dueOn: '2018-08-09', about })
  })

  test('of a county has no centre, counts there, and is answered by the county in words', async () => {
    const { centre: _, ...order } = ORDER
    const given = await raise(LEADER, { ...order, county: COUNTY })
    expect(given).toMatchObject({ centre: null, county: COUNTY, number: 'WT2018-0001' })
    const summary = await live.get<Summary>('/api/summary')
    expect(summary.counties.find(({ code }) => code === COUNTY)?.issueCounts).toEqual({ open: 1, overdue: 0, major: 0 })
    const answer = await make(CLERK, given, 'requestClosing', { note: '已全部开工' })
    expect((await make(LEADER, answer, 'close')).state).toBe('closed')
    expect((await live.get<IssuePage>(`/api/issues?county=${COUNTY}&open=true`)).total).toBe(0)
  })

  test('is given by leaders and the city office, not by an inspector or a county', async () => {
    expect((await raise(CITY, ORDER)).raisedBy).toBe('市民政局')
    expect((await send(INSPECTOR, ORDER)).status).toBe(403)
    expect((await send(CLERK, ORDER)).status).toBe(403)
  })

  test('links to our own pages alone', async () => {
    for (const link of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await send(LEADER, { ...ORDER, about: { label: '数', link } })).status, link).toBe(400)
  })
})

describe('the life of an issue', () => {
  test('goes through every move, each entered for its office', async () => {
    const [before = '', after = ''] = addPhotos(live, 2)
    let issue = await raise(INSPECTOR, { ...FINDING, assign: false, photoIds: [before] })
    expect(issue.state).toBe('found')
    const states: string[] = []
    const step = async (who: Who, move: IssueMove, more: object = {}) => {
      issue = await make(who, issue, move, more)
      states.push(`${move}: ${issue.state}`)
    }
    const done = { note: '已更换', photoIds: [after] }
    await step(INSPECTOR, 'assign', { dueOn: '2018-08-10' })
    await step(CLERK, 'start')
    await step(CLERK, 'requestClosing', done)
    await step(CLERK, 'takeBack')
    await step(CLERK, 'requestClosing', done)
    await step(INSPECTOR, 'return', { note: '还有两具未换' })
    await step(COLLEAGUE, 'findAgain', { note: '仍过期', severity: 'major' })
    await step(CITY, 'extend', { note: '等配件', dueOn: '2018-08-20' })
    await step(CLERK, 'requestClosing', done)
    await step(INSPECTOR, 'handOver', { note: '出差', to: await live.accountId(COLLEAGUE) })
    await step(COLLEAGUE, 'recheck')
    await step(COLLEAGUE, 'close')
    await step(COLLEAGUE, 'reopen', { note: '抽查又不合格' })
    expect(states).toEqual([
      'assign: assigned',
      'start: rectifying',
      'requestClosing: closingRequested',
      'takeBack: rectifying',
      'requestClosing: closingRequested',
      'return: returned',
      'findAgain: returned',
      'extend: returned',
      'requestClosing: closingRequested',
      'handOver: closingRequested',
      'recheck: rechecking',
      'close: closed',
      'reopen: returned',
    ])
    expect(issue).toMatchObject({ version: 14, dueOn: '2018-08-20', severity: 'major', closedOn: null })
    expect(issue.moves.map(({ by }) => by)).toContain('临县民政局')
    expect(JSON.stringify(issue)).not.toContain('test-')
    expect((await read(INSPECTOR, issue.id)).mine).toBe(false)
    expect((await read(COLLEAGUE, issue.id)).mine).toBe(true)
    const withdrawn = await make(INSPECTOR, await raise(), 'withdraw', { note: '误记' })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', may: [] })
  })

  test('a move sent again is the same, with other content it is refused', async () => {
    const issue = await raise()
    const id = randomUUID()
    const first = await sendMove(CLERK, { issue, move: 'start', more: { id } })
    const again = await sendMove(CLERK, { issue, move: 'start', more: { id } })
    const other = await sendMove(CLERK, { issue, move: 'start', more: { id, note: '今天开始' } })
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409])
    expect([(await read(CLERK, issue.id)).version, countOf('issueMoved')]).toEqual([2, 1])
  })

  test('a move that comes before its issue is refused, and works after it', async () => {
    const issue = { id: randomUUID(), version: 1 }
    const move = { issue, move: 'start', more: { id: randomUUID() } } as const
    const early = await sendMove(CLERK, move)
    expect([early.status, ((await early.json()) as { code: string }).code]).toEqual([404, 'issueUnknown'])
    await raise(INSPECTOR, { ...FINDING, id: issue.id })
    expect((await sendMove(CLERK, move)).status).toBe(201)
  })

  test('a move names the version it is made from', async () => {
    const issue = await raise()
    const path = `/api/issues/${issue.id}/transitions`
    expect((await post(CLERK, path, { id: randomUUID(), move: 'start', date: TODAY })).status).toBe(428)
    await make(CLERK, issue, 'start')
    const stale = await sendMove(CITY, { issue, move: 'findAgain', more: { note: '仍未换' } })
    expect(await bodyOf(stale, 412)).toMatchObject({
      code: 'versionStale',
      current: { id: issue.id, version: 2, state: 'rectifying', may: ['findAgain', 'extend', 'handOver'] },
    })
  })

  test('of two who move at once from the same version, one does', async () => {
    const issue = await raise()
    const both = await Promise.all([
      sendMove(CLERK, { issue, move: 'start' }),
      sendMove(INSPECTOR, { issue, move: 'withdraw', more: { note: '误记' } }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 412])
    expect(countOf('issueMoved')).toBe(1)
  })

  test('is not for another county, nor in its eyes for the city office', async () => {
    const issue = await raise()
    expect((await sendMove(OTHER_CLERK, { issue, move: 'start' })).status).toBe(403)
    expect((await read(OTHER_CLERK, issue.id)).may).toEqual([])
    const city = await live.as(CITY)
    const headers = { 'content-type': 'application/json' }
    await city.request('/api/me/view-as', { method: 'PUT', headers, body: JSON.stringify({ county: COUNTY }) })
    const seen = await bodyOf<IssueDetail>(city.request(`/api/issues/${issue.id}`), 200)
    expect(seen).toMatchObject({ may: [], mine: false })
  })

  test('a move that is not open is refused by name', async () => {
    const issue = await raise()
    expect(await codesOf(sendMove(COLLEAGUE, { issue, move: 'withdraw', more: { note: '误记' } }))).toEqual([
      '/move moveNotYours',
    ])
    expect(await codesOf(sendMove(INSPECTOR, { issue, move: 'close' }))).toEqual(['/move moveNotNow'])
    expect(await codesOf(sendMove(AT_HOME, { issue, move: 'findAgain', more: { note: '仍过期' } }))).toEqual([
      '/move moveNotYours',
    ])
  })

  test('a county cannot move its due day or how grave it is', async () => {
    const issue = await raise()
    const more = { dueOn: '2018-12-28', severity: 'general' }
    expect(await codesOf(sendMove(CLERK, { issue, move: 'start', more }))).toEqual([
      '/dueOn notOfThisMove',
      '/severity notOfThisMove',
    ])
  })

  test('who fixed it never closes it, whatever becomes of the account', async () => {
    const clerk = { principal: 'county', county: COUNTY } as const
    let issue = await raise(CITY)
    issue = await make(clerk, issue, 'requestClosing', { note: '已更换', photoIds: addPhotos(live, 1) })
    const fixer = await live.accountId(clerk)
    expect(await codesOf(sendMove(CITY, { issue, move: 'handOver', more: { note: '移交', to: fixer } }))).toEqual([
      '/to toUnknown',
    ])
    await live.store.db
      .updateTable('account')
      .set({ role: 'cityOffice', county: null })
      .where('id', '=', fixer)
      .execute()
    expect(await codesOf(sendMove(CITY, { issue, move: 'handOver', more: { note: '移交', to: fixer } }))).toEqual([
      '/to toFixer',
    ])
  })

  test('is handed to nobody who is disabled or at home', async () => {
    const issue = await raise()
    const hand = (to: string) => codesOf(sendMove(INSPECTOR, { issue, move: 'handOver', more: { note: '出差', to } }))
    expect(await hand(await live.accountId(AT_HOME))).toEqual(['/to homeCounty'])
    expect(await hand(randomUUID())).toEqual(['/to toUnknown'])
    const gone = await live.accountId(COLLEAGUE)
    await live.store.db.updateTable('account').set({ disabled: 1 }).where('id', '=', gone).execute()
    expect(await hand(gone)).toEqual(['/to toUnknown'])
  })

  test('writes one row of audit for each act, and none for one that is refused', async () => {
    const count = async () =>
      (await live.store.db.selectFrom('audit').select('operation').orderBy('seq').execute()).map(a => a.operation)
    const before = (await count()).length
    const issue = await raise()
    await make(CLERK, issue, 'start')
    await sendMove(CLERK, { issue, move: 'start' })
    await raise(LEADER, ORDER)
    expect((await count()).slice(before)).toEqual(['raiseFinding', 'moveIssue', 'giveOrder'])
  })
})

describe('what is found', () => {
  test('turns the light red at once where it is grave, and back when it is closed', async () => {
    expect((await centre()).light.colour).toBe('green')
    const issue = await raise(INSPECTOR, { ...FINDING, severity: 'major' })
    const found = await centre()
    expect(found).toMatchObject({
      light: { colour: 'red' },
      issueCounts: { open: 1, overdue: 0, major: 1 },
      issues: [{ id: issue.id, number: 'WT2018-0001', mine: false }],
    })
    const asked = await make(CLERK, issue, 'requestClosing', { note: '已更换', photoIds: addPhotos(live, 1) })
    expect((await centre()).light.colour).toBe('red')
    await make(INSPECTOR, asked, 'close')
    expect(await centre()).toMatchObject({ light: { colour: 'green' }, issueCounts: { open: 0, overdue: 0, major: 0 } })
  })

  test('is counted on the board, and found there by its filter', async () => {
    await raise(INSPECTOR, { ...FINDING, severity: 'major' })
    await raise(LEADER, ORDER)
    const summary = await live.get<Summary>('/api/summary')
    expect(summary.issueCounts).toEqual({ open: 2, overdue: 0, major: 1 })
    live.clock.at = Date.UTC(2018, 7, 8, 4)
    expect((await live.get<Summary>('/api/summary')).issueCounts).toEqual({ open: 2, overdue: 1, major: 1 })
    const late = await live.get<{ items: { code: string }[] }>('/api/centres?issues=overdue')
    expect(late.items.map(({ code }) => code)).toEqual([CENTRE])
  })

  test("is one account's own on the centre's page, and not on another's", async () => {
    await raise()
    const mine = async (who: Who) => {
      const response = await (await live.as(who)).request(`/api/centres/${CENTRE}`)
      return ((await response.json()) as CentreDetail).issues.map(issue => issue.mine)
    }
    expect([await mine(COLLEAGUE), await mine(INSPECTOR), await mine(COLLEAGUE), await mine(LEADER)]).toEqual([
      [false],
      [true],
      [false],
      [false],
    ])
  })

  test('is what was known then, whatever came later', async () => {
    const issue = await raise(INSPECTOR, FINDING)
    const knownAt = new Date(live.clock.at).toISOString()
    live.clock.at += 60_000
    await make(CLERK, issue, 'start')
    const then = await live.get<IssueDetail>(`/api/issues/${issue.id}?knownAt=${knownAt}`)
    expect(then).toMatchObject({ state: 'assigned', version: 1, may: [] })
    expect((await live.app.request(`/api/issues/${issue.id}?asOf=2018-07-30`)).status).toBe(404)
  })
})
