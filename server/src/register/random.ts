/** Seeded random numbers: the same seed gives the same register on every machine. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(percent: number): boolean
}

/** A linear congruential generator over 32 bits (Numerical Recipes, 2nd ed., 7.1), its high bits used. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
  for (let i = 0; i < 8; i++) next()
  const between = (from: number, to: number) => from + (next() % (to - from + 1))
  return { between, chance: percent => between(1, 100) <= percent }
}
