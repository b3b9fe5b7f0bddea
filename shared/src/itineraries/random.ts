/**
 * Seeded whole numbers, the same in every engine: xorshift32 (Marsaglia 2003, 13-17-5) from a mixed seed. For search
 * only; never for a draw.
 */
export class Random {
  #state: number

  constructor(seed: number) {
    const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
    this.#state = (mixed ^ (mixed >>> 13)) | 0 || 0x6d2b79f5
  }

  /** 32 bits, from 0 up. */
  bits(): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x
    return x >>> 0
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor((this.bits() / 4_294_967_296) * end)
  }

  shuffle(values: Int32Array, length: number): void {
    for (let i = length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const kept = values[i]!
      values[i] = values[j]!
      values[j] = kept
    }
  }
}
