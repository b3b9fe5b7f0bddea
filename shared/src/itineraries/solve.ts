import { construct } from './construct.ts'
import { temperatureAt, tolerance } from './cooling.ts'
import { moveParts, swapAbsent, turnParts } from './improve.ts'
import { createModel, type Model } from './model.ts'
import type { Plan, Problem } from './problem.ts'
import { Random } from './random.ts'
import { readPlan } from './read-plan.ts'
import { Recreate } from './recreate.ts'
import { Routes, type Solution } from './routes.ts'
import { neighboursOf, Ruin } from './ruin.ts'
import { createWeights } from './weights.ts'

/** Temperatures in usual legs: where cooling begins, and how many halvings it lasts. */
const HOT_LEGS = 1.5
const OCTAVES = 7
/** A handful of sites is annealed again and again, from so hot that everything is taken: then the best is found. */
const HANDFUL = 12
const ROUNDS = 16
const HANDFUL_OCTAVES = 20
/** Iterations between two looks at the clock. */
const LOOK = 8
const DEFAULT_ITERATIONS = 20_000

/**
 * Slack induction by string removals (SISR; Christiaens & Vanden Berghe 2020, 10.1287/trsc.2019.0914): take strings of
 * stops out, put absent sites back, keep what is not much worse, less so as it cools.
 */
export class Search {
  readonly model: Model
  readonly routes: Routes
  readonly #problem: Problem
  readonly #random: Random
  readonly #ruin: Ruin
  readonly #recreate: Recreate
  readonly #budget: { iterations: number; milliseconds: number; now: () => number }
  readonly #began: number
  #iteration = 0
  #share = 0
  #current: Solution
  #energy: number
  #best: Solution
  #bestObjective: number[]

  constructor(problem: Problem) {
    const { iterations, milliseconds, now } = problem.budget
    if (milliseconds !== undefined && !now) throw new RangeError('a budget in milliseconds needs a clock')
    this.#budget = {
      iterations: iterations ?? (milliseconds === undefined ? DEFAULT_ITERATIONS : Number.POSITIVE_INFINITY),
      milliseconds: milliseconds ?? Number.POSITIVE_INFINITY,
      now: now ?? (() => 0),
    }
    this.#began = this.#budget.now()
    this.#problem = problem
    this.model = createModel(problem)
    const routes = new Routes(this.model, createWeights(this.model))
    this.routes = routes
    this.#random = new Random(problem.seed)
    this.#ruin = new Ruin(routes, this.#random, neighboursOf(this.model))
    this.#recreate = new Recreate(routes, this.#random)
    construct(routes, problem.previous ?? [], () => this.#elapsed() >= this.#budget.milliseconds)
    this.#current = routes.copy()
    this.#energy = routes.energy
    this.#best = routes.copy()
    this.#bestObjective = routes.objective()
    this.#look()
  }

  /** How much of the budget is used, 0 … 1. */
  get share(): number {
    return this.#share
  }

  get iterations(): number {
    return this.#iteration
  }

  get isDone(): boolean {
    return this.#share >= 1
  }

  /** Goes on for so many iterations, or until the budget is used. */
  step(iterations: number): void {
    const end = this.#iteration + iterations
    if (this.model.n === 0 || this.model.m === 0) this.#share = 1
    while (this.#iteration < end && !this.isDone) {
      this.#tryOnce()
      this.#iteration += 1
      if (this.#iteration % LOOK === 0 || this.#iteration >= this.#budget.iterations) this.#look()
    }
  }

  /** The best plan so far; the search may go on. */
  plan(): Plan {
    this.routes.restore(this.#best)
    return readPlan(this.#problem, this.routes)
  }

  #elapsed(): number {
    return this.#budget.now() - this.#began
  }

  /** Cooling follows iterations alone where they are given: the clock must not change what is found. */
  #look(): void {
    const { iterations, milliseconds } = this.#budget
    const byTime = milliseconds === Number.POSITIVE_INFINITY ? 0 : this.#elapsed() / milliseconds
    const byIterations = iterations === Number.POSITIVE_INFINITY ? byTime : this.#iteration / iterations
    this.#share = byTime >= 1 ? 1 : Math.min(1, byIterations)
  }

  #tryOnce(): void {
    const routes = this.routes
    routes.restore(this.#current)
    this.#ruin.removeStrings()
    this.#recreate.insertAbsent()
    const limit = this.#energy + tolerance(this.#temperature(), this.#random)
    if (this.#keepBest()) {
      this.#improve()
      this.#keepBest()
    }
    const energy = routes.energy
    if (energy > limit) return
    routes.save(this.#current)
    this.#energy = energy
  }

  #temperature(): number {
    const { unmet, leg } = this.routes.weights
    if (this.model.n > HANDFUL) return temperatureAt(this.#share, HOT_LEGS * leg, OCTAVES)
    return temperatureAt((this.#share * ROUNDS) % 1, unmet, HANDFUL_OCTAVES)
  }

  #improve(): void {
    const { routes } = this
    for (let r = 0; r < this.model.m; r++) while (turnParts(routes, r) || moveParts(routes, r));
    while (swapAbsent(routes));
  }

  /** Whether what the routes hold is the best so far. */
  #keepBest(): boolean {
    const objective = this.routes.objective()
    for (const [i, value] of objective.entries()) {
      if (value > this.#bestObjective[i]!) return false
      if (value < this.#bestObjective[i]!) break
      if (i === objective.length - 1) return false
    }
    this.#bestObjective = objective
    this.routes.save(this.#best)
    return true
  }
}

/**
 * A search that is taken step by step, so that a worker can tell how far it is and be stopped. Throws a RangeError
 * where the problem has two of one id, a number that is no whole one or a place without travel times.
 */
export const createSearch = (problem: Problem): Search => new Search(problem)

/** Plans at once, until the budget is used. Throws as {@link createSearch} does. */
export function solve(problem: Problem): Plan {
  const search = createSearch(problem)
  while (!search.isDone) search.step(1000)
  return search.plan()
}
