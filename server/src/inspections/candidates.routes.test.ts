import { randomUUID } from 'node:crypto'
import type { Candidate, CandidateList } from '@lvliang/shared/inspections/candidate.schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { found } from '../../../test/factories/candidates.ts'
import type { Identity } from '../../../test/factories/clients.ts'
import { createRecord, report } from '../../../test/factories/records.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'
import { CENTRE, COUNTY, createVisit, createVisitPlan } from '../../../test/factories/visits.ts'

const INSPECTOR: Identity = { principal: 'inspector', county: '141181' }
const COLLEAGUE: Identity = { principal: 'inspector', county: '141121' }
const AT_HOME: Identity = { principal: 'inspector', county: COUNTY }
const NEIGHBOUR = 'LL2018-035'

let live: LiveApp
let team: string[]
beforeEach(async () => {
  live = await createLiveApp([
    createRecord('facts', '2018-03-01', { facts: { town: '白文镇', village: '张家沟村' } }),
    report('sited', '2018-03-05'),
    report('started', '2018-05-20'),
    report('sited', '2018-03-06', { centreCode: NEIGHBOUR }),
    found(),
  ])
  team = await Promise.all([INSPECTOR, COLLEAGUE].map(live.accountId))
})
afterEach(() => live.close())

const read = async (query = '', who = INSPECTOR) => (await live.as(who)).request(`/api/inspections/candidates${query}`)
async function list(query = '', who = INSPECTOR): Promise<CandidateList> {
  const response = await read(query, who)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as CandidateList
}
const codes = async (query: string) => (await list(query)).items.map(({ code }) => code)
const candidate = async (code = CENTRE, who = INSPECTOR) =>
  (await list('', who)).items.find(each => each.code === code) as Candidate

async function send(path: string, body: unknown) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await (await live.as(INSPECTOR)).request(`/api/visits${path}`, init)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
}
const plan = (overrides = {}) => send('', createVisitPlan({ inspectors: team, ...overrides }))

describe('candidates', () => {
  test('are every slot, the highest risk first, each with the parts that make it', async () => {
    const { items, today, visitsAQuarter } = await list()
    expect([items.length, today, visitsAQuarter]).toEqual([90, '2018-07-31', 2])
    const totals = items.map(({ risk }) => risk.total)
    expect(totals).toEqual([...totals].sort((a, b) => b - a))
    for (const { risk } of items) {
      expect(Object.values(risk.parts).reduce((sum, part) => sum + part, 0)).toBe(risk.total)
    }
    // 16 days past the foundation's day, 20 points behind; the issue a week overdue; two stages on the county's word.
    expect(await candidate()).toMatchObject({
      name: '张家沟村',
      risk: { total: 32, parts: { lag: 12, slip: 0, issues: 6, unverified: 4, staleness: 10, exposure: 0 } },
      issueCounts: { open: 1, overdue: 1, major: 0 },
      daysSinceVisit: null,
      unverifiedStages: 2,
      visitsThisQuarter: 0,
      plannedOn: null,
    })
  })

  test('are filtered as the list of centres is, and by what only they have', async () => {
    expect(await codes('?sited=true&sort=code')).toEqual([CENTRE, NEIGHBOUR])
    expect((await codes('?sited=false')).length).toBe(88)
    expect(await codes('?issues=overdue')).toEqual([CENTRE])
    expect(await codes('?q=张家沟')).toEqual([CENTRE])
    expect(await codes(`?county=${COUNTY}&sited=true&light=red`)).toEqual([NEIGHBOUR])
    expect(await codes('?sited=true&minRisk=33')).toEqual([NEIGHBOUR])
    expect(await codes('?sited=true&planned=true')).toEqual([])
    expect((await codes('?minDays=1')).length).toBe(90)
  })

  test('a parameter that is unknown or out of bounds is refused', async () => {
    for (const query of ['?sort=name', '?minRisk=101', '?minDays=-1', '?asOf=2018-05-01', '?limit=5']) {
      expect([query, (await read(query)).status]).toEqual([query, 400])
    }
  })

  test('are sorted by what is asked, what has none last, and equal ones by risk', async () => {
    await plan({ plannedOn: '2018-08-02' })
    await plan({ plannedOn: '2018-08-01', centre: NEIGHBOUR })
    expect((await codes('?sort=plannedOn')).slice(0, 2)).toEqual([NEIGHBOUR, CENTRE])
    expect((await codes('?sort=-plannedOn')).slice(0, 2)).toEqual([CENTRE, NEIGHBOUR])
    expect((await codes('?sort=-openIssues'))[0]).toBe(CENTRE)
    const rest = (await list('?sort=-openIssues')).items.slice(1).map(({ risk }) => risk.total)
    expect(rest).toEqual([...rest].sort((a, b) => b - a))
    expect((await codes('?sort=-code'))[0]).toBe('LL2018-090')
  })

  test('the visits of the quarter are those made and those to come; one called off is neither', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await plan({ id: first, plannedOn: '2018-07-31' })
    await plan({ id: second, plannedOn: '2018-09-30' })
    await plan({ plannedOn: '2018-10-08' })
    expect(await candidate()).toMatchObject({ visitsThisQuarter: 2, plannedOn: '2018-07-31' })
    await send(`/${second}/cancellation`, { id: randomUUID(), reason: '改期' })
    await send(`/${first}/record`, createVisit({ inspectors: team }))
    expect(await candidate()).toMatchObject({ visitsThisQuarter: 1, plannedOn: '2018-10-08', daysSinceVisit: 0 })
  })

  test('after a visit that verified what is reported the risk falls', async () => {
    const before = (await candidate()).risk
    const verified = { id: randomUUID(), stage: 'started', date: '2018-05-20' } as const
    await send(`/${randomUUID()}/record`, createVisit({ inspectors: team, verified }))
    const { risk, verification, lastVisitOn } = await candidate()
    expect(risk.parts).toEqual({ ...before.parts, unverified: 0, staleness: 0 })
    expect([before.total, risk.total, verification, lastVisitOn]).toEqual([32, 18, 'verified', '2018-07-31'])
  })

  test('an inspector is told where they are at home, a leader and the city office are at home nowhere', async () => {
    const recused = async (who: Identity) =>
      new Set((await list('', who)).items.filter(each => each.recused).map(({ county }) => county))
    expect(await recused(AT_HOME)).toEqual(new Set([COUNTY]))
    expect(await recused({ principal: 'leader' })).toEqual(new Set())
    expect(await recused({ principal: 'cityOffice' })).toEqual(new Set())
  })

  test('are not sent again to whoever has them, until something is planned', async () => {
    const client = await live.as(INSPECTOR)
    const first = await client.request('/api/inspections/candidates')
    const etag = first.headers.get('etag') as string
    const again = () => client.request('/api/inspections/candidates', { headers: { 'if-none-match': etag } })
    expect([(await again()).status, first.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
    await plan()
    expect((await again()).status).toBe(200)
  })

  test('are nothing for a county, nor for the city office that looks through its eyes', async () => {
    await plan({ kind: 'unannounced' })
    expect((await read('', { principal: 'county', county: COUNTY })).status).toBe(403)
    const office = await live.as({ principal: 'cityOffice' })
    const view = (county: string | null) =>
      office.request('/api/me/view-as', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ county }),
      })
    expect((await view(COUNTY)).status).toBe(200)
    expect((await office.request('/api/inspections/candidates')).status).toBe(403)
    await view(null)
    expect((await office.request('/api/inspections/candidates')).status).toBe(200)
  })
})
