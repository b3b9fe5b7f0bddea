/** Numbers that look random and are the same on every engine: integer arithmetic only. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean
  pick<T>(items: readonly T[]): T
  uuid(): string
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits a draw. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/** A stream of its own for each `stream` number, so that changing one slot leaves the others alone. */
export function createRandom(seed: number, stream: number): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b))
  const int = (from: number, to: number) => from + (next() % (to - from + 1))
  return {
    int,
    chance: percent => int(0, 99) < percent,
    pick: items => items[int(0, items.length - 1)] as (typeof items)[number],
    uuid: () => {
      const [a, b, c, d] = [next(), next(), next(), next()].map(hex) as [string, string, string, string]
      const variant = '89ab'[Number.parseInt(c.slice(0, 1), 16) % 4]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
