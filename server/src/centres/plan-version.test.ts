import { appendPlan } from '@lvliang/server/store/append-plan'
import { slotsOfPlan } from '@lvliang/server/store/slots'
import { expect, test } from 'vitest'
import { plan, policy } from '../../../test/factories/programme.ts'
import { createLiveApp, NOON } from '../../../test/factories/store.ts'

const DAY_MS = 86_400_000
const AT = 'asOf=2018-07-31&knownAt=2018-07-31T04:00:00.000Z'

test.each(['/api/centres/LL2018-034', '/api/centres.csv', '/api/centres.xlsx'])(
  '%s of a moment stays the same bytes after the plan is changed',
  async path => {
    const live = await createLiveApp([], NOON)
    const bytes = async () => Buffer.from(await (await live.app.request(`${path}?${AT}`)).arrayBuffer())
    const before = await bytes()
    const stages = plan.stages.map(stage => ({ ...stage, name: { ...stage.name, zh: `${stage.name.zh}*` } }))
    const fundingSources = plan.fundingSources.map(source => ({
      ...source,
      name: { zh: `${source.name.zh}*`, en: '' },
    }))
    const changed = { ...plan, title: { zh: '另一名称', en: '' }, stages, fundingSources }
    changed.fundingSources[0] = { ...changed.fundingSources[0]!, amountFen: 6_000_000 }
    await appendPlan(live.store.db, {
      plan: changed,
      policy,
      slots: slotsOfPlan(plan),
      addedAt: new Date(NOON + DAY_MS).toISOString(),
    })
    live.clock.at = NOON + 2 * DAY_MS
    await live.append([])
    const now = Buffer.from(await (await live.app.request(path)).arrayBuffer())
    expect(now.equals(before)).toBe(false)
    expect((await bytes()).equals(before)).toBe(true)
    await live.close()
  },
)
