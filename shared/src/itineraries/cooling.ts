import type { Random } from './random.ts'

// Math.log and Math.exp differ between engines; + − × ÷ and constants do not, and nothing else is used here.

const STEPS = 4096

/** Natural logarithm of 0 < x ≤ 1 by its series in (x − 1) / (x + 1), after halving has brought x near 1. */
function ln(x: number): number {
  let [mantissa, halvings] = [x, 0]
  while (mantissa < 0.75) {
    mantissa *= 2
    halvings += 1
  }
  const z = (mantissa - 1) / (mantissa + 1)
  let [term, sum] = [z, 0]
  for (let k = 1; k < 40; k += 2) {
    sum += term / k
    term *= z * z
  }
  return 2 * sum - halvings * Math.LN2
}

const THRESHOLDS = Float64Array.from({ length: STEPS }, (_, i) => -ln((i + 0.5) / STEPS))

/**
 * How much worse a solution may be and still be taken at a temperature: T · −ln u. This is simulated annealing's
 * exp(−Δ / T) > u turned round (Christiaens & Vanden Berghe 2020, section 5.4).
 */
export function tolerance(temperature: number, random: Random): number {
  return temperature * THRESHOLDS[random.bits() & (STEPS - 1)]!
}

/** From `hot` down by `octaves` halvings, evenly over the share 0 … 1 of the budget; straight lines between halvings. */
export function temperatureAt(share: number, hot: number, octaves: number): number {
  const level = share * octaves
  const whole = Math.floor(level)
  return (hot / (1 << whole)) * (1 - (level - whole) / 2)
}
