import type { Changes, ProgressCurve, Summary } from '@lvliang/shared/board/summary.schema'
import type { CentrePage } from '@lvliang/shared/centres/centre.schema'
import { addDays, eachDay } from '@lvliang/shared/dates/calendar-date'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemonstrationApp } from '../factories/demonstration.ts'

let demonstration: Awaited<ReturnType<typeof openDemonstrationApp>>
beforeAll(async () => {
  demonstration = await openDemonstrationApp()
})
afterAll(() => demonstration.close())

const KNOWN = 'knownAt=2018-12-31T15:59:59.999Z'
const weeks = eachDay('2018-01-08', '2018-12-31').filter((_, i) => i % 7 === 0)
const summaryOf = (asOf: string, more = '') => demonstration.get<Summary>(`/api/summary?asOf=${asOf}&${KNOWN}${more}`)

test('the curve passes through the summaries of its days and ends at asOf', async () => {
  const { points } = await demonstration.get<ProgressCurve>(`/api/progress-curve?asOf=2018-09-30&${KNOWN}`)
  expect(points).toHaveLength(365)
  for (const point of points) {
    if (point.date > '2018-09-30') {
      expect(point).toMatchObject({ reportedPercent: null, verifiedPercent: null, sited: null })
    } else if (weeks.includes(point.date)) {
      const [reported, verified] = [await summaryOf(point.date), await summaryOf(point.date, '&basis=verified')]
      const done = (id: MilestoneId) => reported.milestones.find(node => node.id === id)?.done
      expect(point).toEqual({
        date: point.date,
        scheduledPercent: reported.scheduledPercent,
        reportedPercent: reported.percent,
        verifiedPercent: verified.percent,
        sited: done('siteSelection'),
        started: done('groundbreaking'),
        mainStructure: done('mainStructure'),
      })
    }
  }
})

test('the counts of the curve follow the basis', async () => {
  const curve = await demonstration.get<ProgressCurve>(`/api/progress-curve?asOf=2018-09-30&basis=verified&${KNOWN}`)
  const summary = await summaryOf('2018-09-30', '&basis=verified')
  const started = summary.milestones.find(({ id }) => id === 'groundbreaking')?.done
  expect(curve.points.find(({ date }) => date === '2018-09-30')?.started).toBe(started)
})

test('the changes of a week account for every node that went from open to done', async () => {
  for (const to of weeks) {
    const from = addDays(to, -7)
    const changes = await demonstration.get<Changes>(`/api/changes?from=${from}&to=${to}&${KNOWN}`)
    const [before, after] = await Promise.all(
      [from, to].map(asOf => demonstration.get<CentrePage>(`/api/centres?asOf=${asOf}&${KNOWN}&limit=500`)),
    )
    const newlyDone = after?.items.flatMap((centre, i) =>
      Object.entries(centre.milestones)
        .filter(([id, state]) => state.done && !before?.items[i]?.milestones[id as MilestoneId].done)
        .map(([id]) => `${centre.code} ${id}`),
    )
    const named = changes.items
      .filter(({ kind }) => kind === 'done' || kind === 'late')
      .map(({ code, milestone }) => `${code} ${milestone}`)
    expect(named).toEqual(newlyDone)
    for (const [kind, number] of Object.entries(changes.counts)) {
      expect(number).toBe(changes.items.filter(change => change.kind === kind).length)
    }
  }
})

test('a filter narrows the denominators too', async () => {
  const summary = await summaryOf('2018-07-31', '&county=141124,141121')
  expect(summary).toMatchObject({ target: 20, filtered: true })
  expect(summary.counties.map(({ code, quota }) => [code, quota])).toEqual([
    ['141121', 6],
    ['141124', 14],
  ])
  const { total } = await demonstration.get<CentrePage>(`/api/centres?asOf=2018-07-31&${KNOWN}&located=false`)
  expect((await summaryOf('2018-07-31')).unlocated).toBe(total)
  expect(summary.milestones.every(({ done, overdue, notDue }) => done + overdue + notDue === 20)).toBe(true)
})
