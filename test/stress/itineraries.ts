import { compareObjectives } from '@lvliang/shared/itineraries/problem'
import { createSearch, solve } from '@lvliang/shared/itineraries/solve'
import { validatePlan } from '@lvliang/shared/itineraries/validate-plan'
import { bestObjective } from '../factories/best-itinerary.ts'
import { createDice, createItineraryProblem, createSmallItineraryProblem } from '../factories/itineraries.ts'

const MOST_SITES_TRIED = 9
const BUDGET_MS = 100
const OVERTIME_MS = 50

/** A handful of sites: every order of every choice is tried, and none is better. */
function againstAll(problems: number, seed: number): boolean {
  let different = 0
  for (let i = 0; i < problems; i++) {
    const problem = createSmallItineraryProblem(seed + i, MOST_SITES_TRIED, 10_000)
    const plan = solve(problem)
    if (compareObjectives(plan.objective, bestObjective(problem)) === 0) continue
    different += 1
    console.log(`seed ${seed + i}: ${JSON.stringify(plan.objective)}, best ${JSON.stringify(bestObjective(problem))}`)
  }
  console.log(
    `${problems} problems of up to ${MOST_SITES_TRIED} sites: ${different} with another objective than by trying all`,
  )
  return different === 0
}

/** The time this process had a processor: other work on the machine does not make a plan late. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Anything that can be asked, by the clock. */
function anything(problems: number, seed: number): boolean {
  let [broken, late, longest, visits] = [0, 0, 0, 0]
  const reasons: Record<string, number> = {}
  for (let i = 0; i < problems; i++) {
    const dice = createDice(seed + i)
    const shape = { seed: seed + i, sites: dice(201), teams: dice(8), dates: dice(10), across: 20 + dice(400) }
    const problem = createItineraryProblem({ ...shape, budget: { milliseconds: BUDGET_MS, now: cpuMilliseconds } })
    const began = cpuMilliseconds()
    const search = createSearch(problem)
    while (!search.isDone) search.step(100)
    const plan = search.plan()
    const took = cpuMilliseconds() - began
    longest = Math.max(longest, took)
    if (took > BUDGET_MS + OVERTIME_MS) late += 1
    const faults = validatePlan(problem, plan)
    if (faults.length > 0) console.log(`${JSON.stringify(shape)}: ${JSON.stringify(faults.slice(0, 3))}`)
    if (faults.length > 0) broken += 1
    visits += plan.days.reduce((sum, day) => sum + day.stops.length, 0)
    for (const { reason } of plan.unvisited) reasons[reason] = (reasons[reason] ?? 0) + 1
  }
  console.log(
    `${problems} problems of 0 to 200 sites: ${broken} broken plans, ${late} over ${BUDGET_MS} + ${OVERTIME_MS} ms`,
  )
  console.log(`longest ${longest.toFixed(0)} ms; ${visits} visits; left out ${JSON.stringify(reasons)}`)
  return broken === 0 && late === 0
}

/** Plans are the best there is where that can be known, and hold everywhere. */
export async function stressItineraries({ problems, seed }: { problems: number; seed: number }): Promise<boolean> {
  const isBest = againstAll(Math.ceil(problems / 5), seed)
  return anything(problems, seed) && isBest
}
