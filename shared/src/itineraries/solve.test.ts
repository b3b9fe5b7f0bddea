import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestObjective } from '../../../test/factories/best-itinerary.ts'
import { createItineraryProblem, createSmallItineraryProblem } from '../../../test/factories/itineraries.ts'
import type { Plan, Problem, Site, Team } from './problem.ts'
import { createSearch, solve } from './solve.ts'
import { validatePlan } from './validate-plan.ts'

const DAY = '2018-07-02'
const NEXT = '2018-07-03'
const THIRD = '2018-07-04'

const site = (id: string, place: number, more: Partial<Site> = {}): Site => ({
  id,
  place,
  serviceMinutes: 60,
  tier: 2,
  ...more,
})

const team = (id: string, more: Partial<Team> = {}): Team => ({
  id,
  depots: { start: 0, end: 0 },
  hours: { from: 480, to: 1080 },
  ...more,
})

/** Places stand along one road, thirty minutes apart. */
const road = (places: number) =>
  Array.from({ length: places }, (_, a) => Array.from({ length: places }, (_, b) => 30 * Math.abs(a - b)))

const problem = (more: Partial<Problem>): Problem => ({
  sites: [],
  teams: [team('a')],
  dates: [DAY],
  travel: road(8),
  seed: 1,
  budget: { iterations: 400 },
  ...more,
})

/** A plan that holds. */
function planned(asked: Problem): Plan {
  const plan = solve(asked)
  expect(validatePlan(asked, plan)).toEqual([])
  return plan
}

const orders = (plan: Plan) =>
  plan.days.map(({ teamId, date, stops }) => [teamId, date, ...stops.map(({ siteId }) => siteId)].join(' '))

describe('a plan', () => {
  test.each(Array.from({ length: 40 }, (_, i) => i + 1))('of a handful of sites is the best there is (%i)', seed => {
    const small = createSmallItineraryProblem(seed, 7)
    expect(planned(small).objective).toEqual(bestObjective(small))
  })

  test('of anything that can be asked holds, or says why not', () => {
    const shapes = fc.record({
      seed: fc.nat(1_000_000),
      sites: fc.nat(60),
      teams: fc.nat(4),
      dates: fc.nat(5),
      across: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(shapes, shape => {
        const asked = createItineraryProblem({ ...shape, budget: { iterations: 60 } })
        const plan = planned(asked)
        const stops = plan.days.reduce((sum, day) => sum + day.stops.length, 0)
        expect(stops + plan.unvisited.length).toBe(asked.sites.length)
      }),
      { numRuns: 60, seed: 2018 },
    )
  })

  test('is the same to the byte for the same seed and iterations, whatever the order of its input', () => {
    const asked = createItineraryProblem({ seed: 5, sites: 40, teams: 3, dates: 3 })
    const { sites, teams, dates } = asked
    const turned = { ...asked, sites: sites.toReversed(), teams: teams.toReversed(), dates: dates.toReversed() }
    expect(JSON.stringify(solve(turned))).toBe(JSON.stringify(solve(asked)))
  })

  test('is the one of every machine: whole numbers and plain arithmetic only', () => {
    const { objective } = solve(createItineraryProblem({ seed: 5, sites: 40, teams: 3, dates: 3 }))
    expect(objective).toMatchInlineSnapshot(`
      {
        "changed": 0,
        "driveMinutes": 1925,
        "longestDay": 532,
        "teamDays": 7,
        "unmet": 6,
        "unvisited": [
          1,
          3,
          4,
          6,
        ],
      }
    `)
  })

  test('does not depend on the steps it is made in', () => {
    const asked = createItineraryProblem({ seed: 6, sites: 30, teams: 2, dates: 3, budget: { iterations: 200 } })
    const search = createSearch(asked)
    while (!search.isDone) {
      search.step(7)
      search.plan()
    }
    expect(search.iterations).toBe(200)
    expect(search.plan()).toEqual(solve(asked))
  })

  test('can be had at any moment', () => {
    const asked = createItineraryProblem({ seed: 7, sites: 50, teams: 2, dates: 2 })
    const search = createSearch(asked)
    expect(validatePlan(asked, search.plan())).toEqual([])
    expect(search.share).toBe(0)
    search.step(75)
    expect(search.share).toBeCloseTo(0.25, 1)
  })
})

describe('a budget in milliseconds', () => {
  test('ends the search by the clock that is given', () => {
    let clock = 0
    const now = () => (clock += 1)
    const search = createSearch(
      createItineraryProblem({ seed: 1, sites: 30, teams: 2, dates: 2, budget: { milliseconds: 100, now } }),
    )
    while (!search.isDone) search.step(50)
    expect(clock).toBeLessThanOrEqual(101)
  })

  test('needs a clock', () => {
    expect(() => createSearch(problem({ budget: { milliseconds: 5 } }))).toThrow('needs a clock')
  })
})

describe('rules', () => {
  test('a locked site is visited by its team on its day at its place', () => {
    const sites = [1, 2, 3, 4].map(n => site(`s${n}`, n))
    const lock = { siteId: 's2', teamId: 'b', date: NEXT, place: 1 }
    const plan = planned(problem({ sites, teams: [team('a'), team('b')], dates: [DAY, NEXT], locks: [lock] }))
    const day = plan.days.find(({ teamId, date }) => teamId === 'b' && date === NEXT)
    expect(day?.stops[1]?.siteId).toBe('s2')
    expect(plan.unvisited).toEqual([])
  })

  test('a team never visits a county it is recused from', () => {
    const sites = [1, 2].map(n => site(`s${n}`, n, { county: '141124' }))
    const teams = [team('a', { recused: ['141124'] }), team('b', { depots: { start: 7, end: 7 } })]
    expect(planned(problem({ sites, teams })).days.map(({ teamId }) => teamId)).toEqual(['b'])
  })

  test('lunch is taken in its hours, between two stops', () => {
    const teams = [team('a', { lunch: { from: 720, to: 780, minutes: 60 } })]
    const [day] = planned(problem({ sites: [1, 2, 3, 4].map(n => site(`s${n}`, n)), teams })).days
    expect(day?.lunch?.starts).toBeGreaterThanOrEqual(720)
    expect(day?.returns).toBe(480 + 240 + 240 + 60)
  })

  test('a team that is back in time for lunch takes none on the way', () => {
    const teams = [team('a', { lunch: { from: 720, to: 780, minutes: 60 } })]
    expect(planned(problem({ sites: [site('s1', 1)], teams })).days[0]?.lunch).toBeNull()
  })

  test('an appointment is kept to the minute, and the team leaves no earlier than it has to', () => {
    const sites = [site('s1', 2, { appointment: { date: NEXT, minute: 630 } })]
    const [day] = planned(problem({ sites, dates: [DAY, NEXT] })).days
    expect(day).toMatchObject({ date: NEXT, departs: 570, stops: [{ arrives: 630, starts: 630, leaves: 690 }] })
  })

  test('a day ends where the next one begins', () => {
    const depotsByDate = { [DAY]: { start: 0, end: 7 }, [NEXT]: { start: 7, end: 0 } }
    const sites = [1, 2, 3, 4, 5, 6].map(n => site(`s${n}`, n, { serviceMinutes: 110 }))
    const plan = planned(problem({ sites, teams: [team('a', { depotsByDate })], dates: [DAY, NEXT] }))
    expect(plan.objective).toMatchObject({ unvisited: [0, 0, 0, 0], teamDays: 2, driveMinutes: 420 })
  })

  test('a site is visited by its deadline', () => {
    const sites = [site('s1', 1, { serviceMinutes: 400 }), site('s2', 1, { serviceMinutes: 400, deadline: DAY })]
    expect(orders(planned(problem({ sites, dates: [DAY, NEXT] })))).toEqual([`a ${DAY} s2`, `a ${NEXT} s1`])
  })

  test('a day has several windows, and the team waits for the next one', () => {
    const windows = {
      [DAY]: [
        { from: 480, to: 500 },
        { from: 600, to: 620 },
      ],
    }
    const [day] = planned(problem({ sites: [site('s1', 1, { windows })], teams: [team('a')] })).days
    expect(day?.stops[0]?.starts).toBe(600)
  })

  test('one site of a higher tier is worth more than many of a lower one', () => {
    const far = site('far', 7, { tier: 1, serviceMinutes: 170 })
    const near = [1, 2, 3].map(n =>
      site(`s${n}`, 1, { tier: 2, windows: { [DAY]: [{ from: 480, to: 520 }] }, serviceMinutes: 10 }),
    )
    const teams = [team('a', { hours: { from: 480, to: 480 + 420 + 170 } })]
    expect(orders(planned(problem({ sites: [...near, far], teams })))).toEqual([`a ${DAY} far`])
  })
})

describe('a site without a visit', () => {
  const reason = (more: Partial<Problem>) => planned(problem(more)).unvisited

  test('is too far where there and back takes longer than any day', () => {
    expect(reason({ sites: [site('s', 7)], teams: [team('a', { hours: { from: 480, to: 900 } })] })).toEqual([
      { siteId: 's', reason: 'tooFar', extraMinutes: 480 },
    ])
  })

  test('is closed where no window of it can be met', () => {
    const closed = site('s', 2, { windows: { [DAY]: [{ from: 400, to: 500 }] } })
    expect(reason({ sites: [closed] })).toEqual([{ siteId: 's', reason: 'window', extraMinutes: 180 }])
  })

  test('is barred where every team is recused', () => {
    const sites = [site('s', 1, { county: 'c' })]
    expect(reason({ sites, teams: [team('a', { recused: ['c'] })] })).toEqual([
      { siteId: 's', reason: 'recusal', extraMinutes: null },
    ])
  })

  test('has no time beside others, and it is known how much it would take', () => {
    const sites = [site('s1', 1, { tier: 1, serviceMinutes: 500 }), site('s2', 2, { serviceMinutes: 100 })]
    expect(reason({ sites })).toEqual([{ siteId: 's2', reason: 'noTime', extraMinutes: 160 }])
  })

  test('has no time where there is nobody to go', () => {
    expect(reason({ sites: [site('s1', 1)], teams: [] })).toEqual([
      { siteId: 's1', reason: 'noTime', extraMinutes: null },
    ])
  })
})

describe('planning again', () => {
  test('keeps who goes where and when, though another way would be shorter to drive', () => {
    const sites = [1, 2, 3, 4].map(n => site(`s${n}`, n, { serviceMinutes: 150 }))
    const previous = [
      { teamId: 'a', date: DAY, stops: [{ siteId: 's1' }, { siteId: 's4' }] },
      { teamId: 'a', date: NEXT, stops: [{ siteId: 's2' }, { siteId: 's3' }] },
    ]
    const asked = problem({ sites, dates: [DAY, NEXT], previous })
    expect(planned(asked).objective).toMatchObject({ teamDays: 2, changed: 0, driveMinutes: 420 })
    expect(planned({ ...asked, previous: [] }).objective).toMatchObject({ teamDays: 2, driveMinutes: 360 })
  })

  test('moves only what a lost day leaves behind', () => {
    const sites = [1, 2, 3, 4].map(n => site(`s${n}`, n, { serviceMinutes: 150 }))
    const dates = [DAY, NEXT, THIRD]
    const first = planned(problem({ sites, dates }))
    const lost = first.days[0]
    const again = planned(
      problem({ sites, dates, previous: first.days, teams: [team('a', { daysOff: [lost?.date ?? ''] })] }),
    )
    expect(again.objective.changed).toBe(lost?.stops.length)
    expect(again.unvisited).toEqual([])
  })
})

describe('a problem that is none', () => {
  test.each([
    ['two sites of one id', { sites: [site('s', 1), site('s', 2)] }],
    ['a place without travel times', { sites: [site('s', 99)] }],
    ['half a minute', { sites: [site('s', 1, { serviceMinutes: 0.5 })] }],
    ['a table that is not square', { travel: [[0, 1]] }],
  ])('is refused: %s', (_, more) => {
    expect(() => solve(problem(more))).toThrow(RangeError)
  })
})
