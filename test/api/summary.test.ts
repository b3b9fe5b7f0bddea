import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Basis, Centre, CentrePage } from '@lvliang/shared/centres/centre.schema'
import { eachDay, endOfDay } from '@lvliang/shared/dates/calendar-date'
import { STAGES } from '@lvliang/shared/plan/stage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationRecords, openDemonstrationApp } from '../factories/demonstration.ts'
import { plan } from '../factories/programme.ts'

let demonstration: Awaited<ReturnType<typeof openDemonstrationApp>>
beforeAll(async () => {
  demonstration = await openDemonstrationApp()
})
afterAll(() => demonstration.close())

const order = (stage: string | null) => STAGES.indexOf((stage ?? 'proposed') as (typeof STAGES)[number])
const count = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length

/** The counts of one node, added up from the centres' stages and days alone. */
function countNode(centres: readonly Centre[], node: (typeof plan.milestones)[number], basis: Basis, asOf: string) {
  const reached = (centre: Centre) =>
    order(basis === 'reported' ? centre.stage : centre.verifiedStage) >= order(node.stage)
  const state = (centre: Centre) => centre.milestones[node.id]
  const late = (centre: Centre) => (state(centre).completedOn ?? '') > state(centre).due
  const done = centres.filter(reached)
  const open = centres.filter(centre => !reached(centre))
  return {
    id: node.id,
    due: node.due,
    done: done.length,
    onTime: count(done, centre => !late(centre)),
    backdated: count(done, centre => !late(centre) && state(centre).backdatedDays !== null),
    late: count(done, late),
    overdue: count(open, centre => asOf > state(centre).due),
    notDue: count(open, centre => asOf <= state(centre).due),
    verified: count(centres, ({ verifiedStage }) => order(verifiedStage) >= order(node.stage)),
  }
}

/** Money by source and kind, added up from the records of the file. */
function sumMoney(asOf: string, knownAt: string, codes: ReadonlySet<string>) {
  const sums = new Map<string, number>()
  for (const record of demonstrationRecords) {
    if (record.kind !== 'fundEntry' || !record.centreCode || !codes.has(record.centreCode)) continue
    if (record.date > asOf || record.recordedAt > knownAt) continue
    const key = `${record.body.source} ${record.body.kind}`
    sums.set(key, (sums.get(key) ?? 0) + (record.body.reverses ? -1 : 1) * record.body.amountFen)
  }
  return plan.fundingSources.map(({ id, amountFen }) => ({
    source: id,
    plannedFen: amountFen * codes.size,
    issuedFen: sums.get(`${id} issued`) ?? 0,
    disbursedFen: sums.get(`${id} disbursed`) ?? 0,
    receivedFen: sums.get(`${id} received`) ?? 0,
    paidFen: sums.get(`${id} paid`) ?? 0,
  }))
}

function expectSums(
  counted: Pick<Summary, 'byStage' | 'byLight' | 'byVerification' | 'milestones' | 'funding'>,
  centres: readonly Centre[],
  at: { asOf: string; knownAt: string; basis: Basis },
) {
  for (const [stage, number] of Object.entries(counted.byStage)) {
    const stageOf = (centre: Centre) =>
      at.basis === 'reported' ? centre.stage : (centre.verifiedStage ?? 'unverified')
    expect(number).toBe(count(centres, centre => stageOf(centre) === stage))
  }
  for (const [colour, number] of Object.entries(counted.byLight)) {
    expect(number).toBe(count(centres, ({ light }) => light.colour === colour))
  }
  for (const [verification, number] of Object.entries(counted.byVerification)) {
    expect(number).toBe(count(centres, centre => centre.verification === verification))
  }
  expect(counted.milestones).toEqual(plan.milestones.map(node => countNode(centres, node, at.basis, at.asOf)))
  expect(counted.funding.bySource).toEqual(sumMoney(at.asOf, at.knownAt, new Set(centres.map(({ code }) => code))))
}

describe('the summary of each day of 2018 is the sum over its slots', () => {
  test.each(['reported', 'verified'] as const)(
    'in the %s basis, whole and county by county',
    async basis => {
      for (const asOf of eachDay('2018-01-01', '2018-12-31')) {
        const at = { asOf, basis, knownAt: endOfDay(asOf > '2018-07-31' ? asOf : '2018-07-31') }
        const summary = await demonstration.get<Summary>(`/api/summary?asOf=${asOf}&basis=${basis}`)
        const { items, total } = await demonstration.get<CentrePage>(
          `/api/centres?asOf=${asOf}&basis=${basis}&limit=500`,
        )
        expect([summary.target, total, items.length]).toEqual([90, 90, 90])
        expectSums(summary, items, at)
        for (const county of summary.counties) {
          const own = items.filter(({ countyCode }) => countyCode === county.code)
          expect(county.quota).toBe(own.length)
          expectSums(county, own, at)
        }
      }
    },
    120_000,
  )
})
