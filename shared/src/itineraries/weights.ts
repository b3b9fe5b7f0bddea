import type { Model } from './model.ts'

/**
 * What things weigh in the search. `rank` is exact: sums of it compare as the objective does down to its tiers. The
 * others are in travel minutes and only near it, so that annealing can pass through solutions that are a little worse.
 */
export interface Weights {
  /** Of a site without a visit. */
  rank: Float64Array
  unmetRank: number
  absent: Float64Array
  unmet: number
  teamDay: number
  change: number
  /** A usual leg between neighbours: the scale of temperatures. */
  leg: number
}

/** The mean of the travel minutes from each site to its nearest others. */
function usualLeg({ n, travel, row, column }: Model): number {
  const near = Math.min(8, n - 1)
  let sum = 0
  for (let a = 0; a < n; a++) {
    const legs = Int32Array.from({ length: n }, (_, b) => travel[row[a]! + column[b]!]!).sort()
    for (let k = 1; k <= near; k++) sum += legs[k]!
  }
  return Math.max(1, sum / Math.max(1, n * near))
}

const TIER_STEP = 4
/** In usual legs: what a site of mean profit weighs. */
const PROFIT_LEGS = 4

function byProfit(model: Model, leg: number): Weights {
  const profits = model.sites.map(({ profit = 0 }) => profit)
  const all = profits.reduce((sum, profit) => sum + profit, 0)
  const each = (PROFIT_LEGS * leg * model.n) / Math.max(1, all)
  const unmet = (all + 1) * each
  const mandatory = (i: number) => model.mandatory[i] === 1
  return {
    rank: Float64Array.from(profits, (profit, i) => (mandatory(i) ? all + 1 : profit)),
    unmetRank: all + 1,
    absent: Float64Array.from(profits, (profit, i) => (mandatory(i) ? unmet : profit * each)),
    unmet,
    teamDay: 0,
    change: 0,
    leg,
  }
}

function byTier(model: Model, leg: number): Weights {
  const detour = 2 * model.travel.reduce((most, minutes) => Math.max(most, minutes), 1)
  // Level 0 is mandatory, 1 to 4 are the tiers.
  const levels = model.sites.map(({ tier }, i) => (model.mandatory[i] ? 0 : tier))
  const tiers = model.aim === 'tiers' ? 1 : 0
  // A team-day outweighs the changes that save it; without a previous plan there are none.
  const teamDay = detour * (model.previousDay.some(r => r !== -1) ? 16 : 4)
  return {
    rank: Float64Array.from(levels, level => (model.n + 1) ** (4 - level)),
    unmetRank: (model.n + 1) ** 4,
    absent: Float64Array.from(levels, level => 2 * teamDay * TIER_STEP ** (4 - level)),
    unmet: 2 * teamDay * TIER_STEP ** 4,
    teamDay: teamDay * tiers,
    change: detour * tiers,
    leg,
  }
}

export function createWeights(model: Model): Weights {
  const leg = usualLeg(model)
  return model.aim === 'profit' ? byProfit(model, leg) : byTier(model, leg)
}
