import { byCodePoint } from './code-points.ts'
import type { PoolRow, Stratum } from './draw.schema.ts'

/** Eligible sites by stratum, the strata in the order of their names. */
export function strataOf(pool: readonly PoolRow[]): { stratum: string; size: number }[] {
  const sizes = new Map<string, number>()
  for (const { stratum, eligible } of pool) sizes.set(stratum, (sizes.get(stratum) ?? 0) + (eligible ? 1 : 0))
  return [...sizes].map(([stratum, size]) => ({ stratum, size })).sort((a, b) => byCodePoint(a.stratum, b.stratum))
}

/**
 * How many of `total` sites each stratum gives: in proportion to its eligible sites by largest remainder, at least one
 * where there is one, never more than there are. Whole numbers throughout; ties go to the stratum named first. Throws a
 * RangeError where `total` is less than the strata with a site, or more than the sites.
 */
export function allocate(total: number, strata: readonly { stratum: string; size: number }[]): Stratum[] {
  const all = strata.reduce((sum, { size }) => sum + size, 0)
  const filled = strata.filter(({ size }) => size > 0).length
  if (!Number.isInteger(total) || total < filled || total > all)
    throw new RangeError(`between ${filled} and ${all} sites can be drawn, not ${total}`)
  const shares = strata.map(({ stratum, size }) => ({
    stratum,
    size,
    number: size === 0 ? 0 : Math.max(1, Math.floor((total * size) / all)),
  }))
  // How far a stratum is below its proportion, in parts of `all`.
  const lack = ({ size, number }: Stratum) => total * size - number * all
  const pick = (open: readonly Stratum[], better: (a: Stratum, b: Stratum) => boolean) =>
    open.reduce((best, each) => (better(each, best) ? each : best))
  for (let left = total - sum(shares); left > 0; left--) {
    const room = shares.filter(({ size, number }) => number < size)
    pick(room, (a, b) => lack(a) > lack(b)).number += 1
  }
  for (let over = sum(shares) - total; over > 0; over--) {
    const rich = shares.filter(({ number }) => number > 1)
    pick(rich, (a, b) => lack(a) < lack(b)).number -= 1
  }
  return shares
}

const sum = (shares: readonly Stratum[]) => shares.reduce((all, { number }) => all + number, 0)
