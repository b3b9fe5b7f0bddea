import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createCentre, plan } from '../../../test/factories/board.ts'
import { createMe } from '../../../test/factories/me.ts'
import { centreQueries } from '../api/centre.queries.ts'
import { planQueries } from '../api/plan.queries.ts'
import { showPages } from '../testing/show-routed.tsx'
import { answer, stubApi } from '../testing/stub-api.ts'
import { LiveChanges } from './live-changes.tsx'
import { noteOwnAct } from './own-acts.ts'

class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static readonly OPEN = 1
  static made: FakeSource[] = []
  readonly url: string
  readyState = 1
  constructor(url: string) {
    super()
    this.url = url
    FakeSource.made.push(this)
  }
  close() {
    this.readyState = 2
  }
  say(name: string, data: unknown, lastEventId = '') {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }))
  }
}

const source = () => FakeSource.made.at(-1)

let seq = 10
const LIN = '141124'
function tell(overrides: Partial<LiveEvent> = {}): void {
  const id = crypto.randomUUID()
  const event = { type: 'centre', recordId: id, act: id, code: 'LL2018-001', county: LIN, version: 3 }
  const report = { kind: 'stageReported', stage: 'foundation', date: '2018-07-30', recordedBy: '临县民政局' }
  source()?.say('message', { ...event, ...report, ...overrides }, `${++seq}`)
}

async function open(path = '/') {
  FakeSource.made = []
  vi.stubGlobal('EventSource', FakeSource)
  const asked = stubApi({
    'GET /plan': () => answer(plan),
    'GET /centres': () =>
      answer({ items: [createCentre({ name: '张家沟村' })], total: 1, nextCursor: null, asOf: plan.today }),
  })
  const shown = showPages(LiveChanges, [{ path: '/', component: () => null }], { me: createMe(), path })
  shown.queries.setQueryData(planQueries.current().queryKey, plan)
  const reads = () => asked.filter(one => one.path === '/centres').length
  const centres = { ...centreQueries.every({}), staleTime: 60_000 }
  await shown.queries.fetchQuery(centres)
  const stop = new QueryObserver(shown.queries, centres).subscribe(() => {})
  await vi.waitFor(() => expect(source()).toBeDefined())
  // Where the page does not say from which place on it listens, it is read once more.
  source()?.say('hello', {}, '10')
  await new Promise(resolve => setTimeout(resolve, 1300))
  return { ...shown, asked, reads, stop }
}
const notice = () => page.getByRole('status')

test('a change of somebody else is read and said, with the way to it', async () => {
  const { reads, stop } = await open()
  const before = reads()
  tell()
  const link = notice().getByRole('link', { name: '临县 LL2018-001 张家沟村：上报 基础完成（07-30）' })
  await expect.element(link).toHaveAttribute('href', '/centres/LL2018-001')
  await expect.element(notice()).toHaveTextContent('刚刚')
  expect(reads()).toBe(before + 1)
  await notice().getByRole('button', { name: '关闭这条提示' }).click()
  await expect.element(notice()).toHaveTextContent('')
  stop()
})

test('many changes are one line and one more read', async () => {
  const { reads, stop } = await open()
  const before = reads()
  for (const code of ['LL2018-001', 'LL2018-002', 'LL2018-003']) for (let n = 0; n < 20; n++) tell({ code })
  const link = notice().getByRole('link', { name: '3 个项目有新变化' })
  await expect.element(link).toHaveAttribute('href', '/centres?sort=-updatedAt')
  expect(reads()).toBe(before + 1)
  for (let n = 0; n < 50; n++) tell()
  await new Promise(resolve => setTimeout(resolve, 1300))
  expect(reads()).toBe(before + 2)
  stop()
})

test('what this tab did is read anew and not announced', async () => {
  const { reads, stop } = await open()
  const before = reads()
  const act = crypto.randomUUID()
  noteOwnAct(act)
  tell({ act })
  await vi.waitFor(() => expect(reads()).toBe(before + 1))
  await expect.element(notice()).toHaveTextContent('')
  stop()
})

test('a page about a past day stays as it is and says so', async () => {
  const { reads, stop } = await open('/?asOf=2018-05-01')
  const before = reads()
  tell()
  await expect.element(notice()).toHaveTextContent('这里是 2018-05-01 的情况，不随之变动')
  expect(reads()).toBe(before)
  await expect.element(notice().getByRole('link', { name: '看今天' })).toHaveAttribute('href', '/')
  stop()
})

test('a change of another county leaves a page filtered to one alone', async () => {
  const { queries, stop } = await open()
  const elsewhere = centreQueries.every({ county: '141181' })
  queries.setQueryData(elsewhere.queryKey, [])
  tell()
  await expect.element(notice()).toHaveTextContent('张家沟村')
  expect(queries.getQueryState(elsewhere.queryKey)?.isInvalidated).toBe(false)
  stop()
})

test('after a gap everything is read anew, and that is said', async () => {
  const { reads, asked, stop } = await open()
  const before = reads()
  source()?.say('reset', {}, '900')
  await expect.element(notice()).toHaveTextContent('数据有变化，已重新读取')
  expect(reads()).toBe(before + 1)
  expect(asked.filter(({ path }) => path === '/plan').length).toBeGreaterThan(0)
  stop()
})

test('a connection that is lost for good is sought again from the place reached', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const { stop } = await open()
  tell()
  const [lost, place] = [source() as FakeSource, seq]
  lost.readyState = FakeSource.CLOSED
  lost.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(6500)
  await expect.element(notice()).toHaveTextContent('实时更新已断开，正在重连')
  expect(source()).not.toBe(lost)
  expect(source()?.url).toBe(`/api/events?lastEventId=${place}`)
  source()?.say('hello', {}, `${place}`)
  await expect.element(notice()).not.toHaveTextContent('实时更新已断开')
  vi.useRealTimers()
  stop()
})
