import { describe, expect, test } from 'vitest'
import { objectiveOf } from './objective.ts'
import type { Plan, PlannedDay, Problem, Site, Team } from './problem.ts'
import { solve } from './solve.ts'
import { timetable } from './timetable.ts'
import { type PlanFaultCode, validatePlan } from './validate-plan.ts'

const DAY = '2018-07-02'
const NEXT = '2018-07-03'

const site = (id: string, more: Partial<Site> = {}): Site => ({ id, place: 1, serviceMinutes: 60, tier: 2, ...more })

const team = (more: Partial<Team> = {}): Team => ({
  id: 'a',
  depots: { start: 0, end: 0 },
  hours: { from: 480, to: 1080 },
  ...more,
})

const problem = (more: Partial<Problem> = {}): Problem => ({
  sites: [site('s1'), site('s2')],
  teams: [team()],
  dates: [DAY],
  travel: [
    [0, 30],
    [30, 0],
  ],
  seed: 1,
  budget: { iterations: 50 },
  ...more,
})

/** What is wrong with an order of stops that a person made. */
function faultsOfOrder(asked: Problem, order: string[], date = DAY): PlanFaultCode[] {
  const sites = order.map(id => asked.sites.find(each => each.id === id) as Site)
  const days = [timetable(asked, { team: asked.teams[0] as Team, date, sites })]
  const left = asked.sites.filter(({ id }) => !order.includes(id))
  const unvisited = left.map(({ id }) => ({ siteId: id, reason: 'noTime' as const, extraMinutes: 0 }))
  return validatePlan(asked, { days, unvisited, objective: objectiveOf(asked, days) }).map(({ code }) => code)
}

/** What is wrong with a good plan whose only day is changed by hand. */
function faultsOfChange(change: (day: PlannedDay, plan: Plan) => void, asked = problem()): PlanFaultCode[] {
  const plan = structuredClone(solve(asked))
  expect(validatePlan(asked, plan)).toEqual([])
  change(plan.days[0] as PlannedDay, plan)
  return validatePlan(asked, { ...plan, objective: objectiveOf(asked, plan.days) }).map(({ code }) => code)
}

describe('an order made by hand', () => {
  test('that can be kept has no fault', () => {
    expect(faultsOfOrder(problem(), ['s2', 's1'])).toEqual([])
  })

  test.each<[string, Partial<Problem>, PlanFaultCode]>([
    ['after a window', { sites: [site('s1'), site('s2', { windows: { [DAY]: [{ from: 480, to: 520 }] } })] }, 'window'],
    ['on a closed day', { sites: [site('s1'), site('s2', { windows: { [DAY]: [] } })] }, 'window'],
    [
      'late for an appointment',
      { sites: [site('s1'), site('s2', { appointment: { date: DAY, minute: 540 } })] },
      'appointment',
    ],
    ['after the deadline', { sites: [site('s1'), site('s2', { deadline: '2018-07-01' })] }, 'deadline'],
    ['back too late', { teams: [team({ hours: { from: 480, to: 600 } })] }, 'hours'],
    [
      'without time for lunch',
      {
        sites: [site('s1', { windows: { [DAY]: [{ from: 480, to: 515 }] } }), site('s2')],
        teams: [team({ lunch: { from: 530, to: 535, minutes: 30 } })],
      },
      'lunch',
    ],
    [
      'to a recused county',
      { sites: [site('s1'), site('s2', { county: 'c' })], teams: [team({ recused: ['c'] })] },
      'recusal',
    ],
    ['on a day off', { teams: [team({ daysOff: [DAY] })] }, 'dayOff'],
    [
      'with more than the team can take',
      { sites: [site('s1', { demand: 2 }), site('s2', { demand: 2 })], teams: [team({ capacity: 3 })] },
      'capacity',
    ],
    ['at another place than the lock', { locks: [{ siteId: 's2', teamId: 'a', date: DAY, place: 0 }] }, 'lock'],
    ['on another day than the lock', { locks: [{ siteId: 's2', teamId: 'a', date: NEXT }] }, 'lock'],
  ])('%s: the fault is named', (_, more, code) => {
    expect(faultsOfOrder(problem(more), ['s1', 's2'])).toEqual([code])
  })

  test('on a day that is not planned is named', () => {
    expect(faultsOfOrder(problem(), ['s1', 's2'], NEXT)).toEqual(['unknownDate'])
  })
})

describe('a plan changed by hand', () => {
  test.each<[PlanFaultCode, string, (day: PlannedDay, plan: Plan) => void]>([
    [
      'times',
      'a stop before the team can be there',
      day => {
        day.stops[0]!.arrives -= 5
      },
    ],
    [
      'times',
      'a visit cut short',
      day => {
        day.stops[1]!.leaves -= 5
      },
    ],
    [
      'times',
      'a return before the way back',
      day => {
        day.returns -= 5
      },
    ],
    [
      'hours',
      'a departure before work begins',
      day => {
        day.departs -= 5
      },
    ],
    [
      'siteTwice',
      'a site in a day and left out',
      (_, plan) => void plan.unvisited.push({ siteId: 's1', reason: 'noTime', extraMinutes: 0 }),
    ],
    [
      'unnamedSite',
      'a site that is nowhere',
      (_, plan) => {
        plan.days = []
      },
    ],
    [
      'unknownTeam',
      'a team nobody knows',
      day => {
        day.teamId = 'z'
      },
    ],
    [
      'unknownSite',
      'a site nobody knows',
      day => {
        day.stops[1]!.siteId = 'z'
      },
    ],
    ['dayTwice', 'a day twice', (day, plan) => void plan.days.push({ ...day, stops: [] })],
    [
      'lunch',
      'lunch where there is none',
      day => {
        day.lunch = { starts: 720, afterStops: 1 }
      },
    ],
  ])('%s: %s', (code, _, change) => {
    expect(faultsOfChange(change)).toContain(code)
  })

  test('objective: a plan that makes itself better than it is', () => {
    const plan = solve(problem())
    const better = { ...plan, objective: { ...plan.objective, driveMinutes: 1 } }
    expect(validatePlan(problem(), better)).toEqual([{ code: 'objective' }])
  })

  test('lunch moved into a visit is named', () => {
    const asked = problem({
      teams: [team({ lunch: { from: 540, to: 700, minutes: 30 } })],
      sites: [site('s1', { serviceMinutes: 240 })],
    })
    expect(
      faultsOfChange(day => {
        day.lunch = { starts: 600, afterStops: 0 }
      }, asked),
    ).toContain('lunch')
  })
})
