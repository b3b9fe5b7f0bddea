import { objectiveOf } from './objective.ts'
import type { Plan, Problem } from './problem.ts'
import type { Routes } from './routes.ts'
import { timetable } from './timetable.ts'
import { explainUnvisited } from './unvisited.ts'

/** A stop that has not got to its fixed number goes out, and with it those that now miss theirs. */
function dropMisplaced(routes: Routes): void {
  for (let r = 0; r < routes.model.m; r++)
    for (;;) {
      const order = routes.stops(r)
      const wrong = order.find((site, place) => ![-1, place].includes(routes.model.fixedPlace[site]!))
      if (wrong === undefined) break
      routes.unlink(wrong)
      routes.refresh(r)
    }
}

/** The plan that the routes hold. */
export function readPlan(problem: Problem, routes: Routes): Plan {
  dropMisplaced(routes)
  const { model } = routes
  const days = model.days
    .map(({ team, date }, r) => ({ team, date, sites: routes.stops(r).map(i => model.sites[i]!) }))
    .filter(({ sites }) => sites.length > 0)
    .map(day => timetable(problem, day))
  return { days, unvisited: explainUnvisited(routes), objective: objectiveOf(problem, days) }
}
