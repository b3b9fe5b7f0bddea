import type { Centre, CentreDetail, CentrePage } from '@lvliang/shared/centres/centre.schema'
import { stageOrder } from '@lvliang/shared/plan/stage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemonstrationApp } from '../../../test/factories/demonstration.ts'
import { createRecord, report } from '../../../test/factories/records.ts'
import { createLiveApp } from '../../../test/factories/store.ts'

let demonstration: Awaited<ReturnType<typeof openDemonstrationApp>>
beforeAll(async () => {
  demonstration = await openDemonstrationApp()
})
afterAll(() => demonstration.close())

const page = (query = '') => demonstration.get<CentrePage>(`/api/centres?${query}`)

/** Every page of a walk, by its cursors. */
async function walk(query: string): Promise<Centre[]> {
  const items: Centre[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: CentrePage = await page(`${query}${cursor && `&cursor=${cursor}`}`)
    items.push(...next.items)
    cursor = next.nextCursor
  }
  return items
}

test('the list holds every slot of the quota, sited or not', async () => {
  const { items, total, nextCursor, asOf } = await page()
  expect([items.length, total, nextCursor, asOf]).toEqual([90, 90, null, '2018-07-31'])
  expect(new Set(items.map(({ code }) => code)).size).toBe(90)
})

test.each(['', 'sort=-overdueDays', 'sort=name', 'sort=-updatedAt&light=red,yellow', 'sort=floatDays&county=141124'])(
  'pages of 7 walk "%s" through without gap or repeat',
  async query => {
    const whole = await page(query)
    const walked = await walk(`limit=7&${query}`)
    expect(walked.map(({ code }) => code)).toEqual(whole.items.map(({ code }) => code))
  },
)

test('a cursor belongs to its filters and order', async () => {
  const { nextCursor } = await page('limit=5&sort=name')
  const response = await demonstration.app.request(`/api/centres?limit=5&sort=code&cursor=${nextCursor}`)
  expect(response.status).toBe(400)
})

test('a walk sees one world although records are entered meanwhile', async () => {
  const live = await createLiveApp([report('sited', '2018-03-05')])
  const first = await live.get<CentrePage>('/api/centres?limit=33&sort=-stage')
  await live.append([report('sited', '2018-07-01', { centreCode: 'LL2018-090', countyCode: '141182' })])
  const second = await live.get<CentrePage>(`/api/centres?limit=33&sort=-stage&cursor=${first.nextCursor}`)
  expect(second.items.map(({ stage }) => stage)).not.toContain('sited')
  await live.close()
})

describe('filters', () => {
  test.each<[string, (centre: Centre) => boolean]>([
    ['county=141124,141123', ({ countyCode }) => ['141124', '141123'].includes(countyCode)],
    ['stage=started,foundation', ({ stage }) => ['started', 'foundation'].includes(stage)],
    ['light=red', ({ light }) => light.colour === 'red'],
    ['verification=reportedOnly', ({ verification }) => verification === 'reportedOnly'],
    ['gap=unverified', ({ stage, verifiedStage }) => stageOrder(stage) > stageOrder(verifiedStage ?? 'proposed')],
    ['gap=disputed', ({ verification }) => verification === 'disputed'],
    ['priority=true', ({ priority }) => priority],
    ['located=false', ({ position }) => position === null],
    [
      'bbox=110.5,37.5,111,38.2',
      ({ position: p }) => p !== null && p.lon >= 110.5 && p.lon <= 111 && p.lat >= 37.5 && p.lat <= 38.2,
    ],
    ['basis=verified&stage=foundation', ({ verifiedStage }) => verifiedStage === 'foundation'],
    ['q=LL2018-03', ({ code }) => code.startsWith('LL2018-03')],
    [
      `q=${encodeURIComponent('临县 镇')}`,
      ({ countyCode, town }) => countyCode === '141124' && (town ?? '').includes('镇'),
    ],
  ])('%s leaves exactly the slots it names', async (query, belongs) => {
    const basis = query.includes('basis') ? 'basis=verified' : ''
    const wanted = (await page(basis)).items.filter(belongs).map(({ code }) => code)
    const found = await page(query)
    expect(found.items.map(({ code }) => code)).toEqual(wanted)
    expect(found.total).toBe(wanted.length)
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.length).toBeLessThan(90)
  })

  test('the light does not follow the basis', async () => {
    const [reported, verified] = [await page(), await page('basis=verified')]
    expect(verified.items.map(({ light }) => light)).toEqual(reported.items.map(({ light }) => light))
  })
})

describe('orders', () => {
  test.each<[string, (centre: Centre) => number | string | null]>([
    ['code', ({ code }) => code],
    ['county', ({ countyCode }) => countyCode],
    ['percent', ({ percent }) => percent],
    ['paid', ({ funding }) => funding.paidFen],
    ['floatDays', ({ milestones }) => milestones.mainStructure.floatDays],
    ['updatedAt', ({ updatedAt }) => updatedAt],
  ])('%s ascends, -%s descends, what has none comes last', async (sort, sortedBy) => {
    for (const sign of ['', '-']) {
      const values = (await page(`sort=${sign}${sort}`)).items.map(sortedBy)
      const given = values.filter(value => value !== null)
      expect(values.slice(given.length).every(value => value === null)).toBe(true)
      const sorted = [...given].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      expect(given).toEqual(sign === '' ? sorted : sorted.reverse())
    }
  })

  test('red comes before yellow, green and blue', async () => {
    const colours = (await page('sort=light')).items.map(({ light }) => light.colour)
    expect([...new Set(colours)]).toEqual(['red', 'yellow', 'green', 'blue'])
  })
})

describe('one centre', () => {
  test('tells its item, people, stages, money and history of the moment', async () => {
    const detail = await demonstration.get<CentreDetail>('/api/centres/LL2018-034')
    const item = (await page('q=LL2018-034')).items[0]
    expect(detail).toMatchObject(item as Centre)
    expect(detail.stages.map(({ stage }) => stage)).toHaveLength(8)
    expect(detail.fundLines.reduce((sum, line) => sum + line.paidFen, 0)).toBe(detail.funding.paidFen)
    expect(detail.history.length).toBe(detail.version)
    expect(detail.history.every(({ date }) => date <= '2018-07-31')).toBe(true)
    for (const entry of detail.history) {
      expect(Object.keys(entry).sort()).toEqual(['body', 'date', 'id', 'kind', 'origin', 'recordedAt', 'recordedBy'])
      expect([entry.recordedBy, entry.recordedAt]).toEqual([expect.stringMatching(/./), expect.stringMatching(/Z$/)])
    }
  })

  test('shows no whole telephone number, in facts or history', async () => {
    const facts = createRecord('facts', '2018-03-01', { facts: { person: '张某', phone: '13812341234' } })
    const live = await createLiveApp([facts])
    const detail = await live.get<CentreDetail>('/api/centres/LL2018-034')
    expect(detail.people.phone).toBe('138****1234')
    expect(JSON.stringify(detail)).not.toContain('13812341234')
    await live.close()
  })

  test('keeps the light as it was shown: late but made good stays late', async () => {
    const live = await createLiveApp([
      report('sited', '2018-03-08'),
      report('approved', '2018-04-20'),
      report('started', '2018-06-20', { recordedAt: '2018-06-21T04:00:00.000Z' }),
    ])
    const { lightHistory } = await live.get<CentreDetail>('/api/centres/LL2018-034')
    expect(lightHistory.find(({ colour }) => colour === 'red')?.from).toBe('2018-06-16')
    await live.close()
  })
})
