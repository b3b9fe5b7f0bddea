import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allocate, strataOf } from '@lvliang/shared/draw/allocate'
import { draw, poolHashOf, seedOf } from '@lvliang/shared/draw/draw'
import { drawText, verifyDraw } from '@lvliang/shared/draw/verify-draw'
import { createDraw, createInspectors, createPool, secretOf } from '../factories/draws.ts'

const LEAST_P = 0.001
const again = fileURLToPath(new URL('./draw-again.mjs', import.meta.url))

/** The chance of a normal variable beyond ±z (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return poly * Math.exp(-x * x)
}

/** The most unlikely of many counts, each of which should be a share of the rounds; p for all of them together. */
class Counts {
  #worst = { z: 0, name: '' }
  #n = 0

  add(name: string, count: number, rounds: number, share: number): void {
    this.#n += 1
    const z =
      share === 1 ? (count === rounds ? 0 : 99) : (count - rounds * share) / Math.sqrt(rounds * share * (1 - share))
    if (Math.abs(z) > Math.abs(this.#worst.z)) this.#worst = { z, name }
  }

  /** Bonferroni: whether the worst of all is still likely enough. */
  print(what: string): boolean {
    const p = Math.min(1, twoSided(this.#worst.z) * this.#n)
    console.log(
      `${what}: ${this.#n} counts, worst z ${this.#worst.z.toFixed(2)} (${this.#worst.name}), p ${p.toFixed(4)}`,
    )
    return p > LEAST_P
  }
}

/** How often each site and each pair is drawn over many seeds, against what the published numbers say. */
async function frequencies(seeds: number): Promise<boolean> {
  const pool = createPool(90, 4)
  const strata = allocate(18, strataOf(pool))
  const poolHash = await poolHashOf(pool)
  const drawn = { pool, strata, reserves: 0, inspectors: [], inspectorsASite: 2 }
  const at = new Map(pool.map(({ id }, i) => [id, i]))
  const single = new Uint32Array(pool.length)
  const pair = new Uint32Array(pool.length * pool.length)
  for (let n = 0; n < seeds; n++) {
    const seed = await seedOf(poolHash, { publicValue: `${n}`, secretHex: secretOf(n) })
    const sites = (await draw(drawn, seed)).map(({ id }) => at.get(id) as number).sort((a, b) => a - b)
    for (const [i, a] of sites.entries()) {
      single[a] = (single[a] ?? 0) + 1
      for (const b of sites.slice(i + 1)) pair[a * pool.length + b] = (pair[a * pool.length + b] ?? 0) + 1
    }
  }
  const shareOf = new Map(strata.map(({ stratum, size, number }) => [stratum, { size, number }]))
  const [ones, pairs] = [new Counts(), new Counts()]
  const eligible = [...pool.entries()].filter(([, row]) => row.eligible)
  for (const [a, left] of eligible) {
    const one = shareOf.get(left.stratum) as { size: number; number: number }
    ones.add(left.id, single[a] ?? 0, seeds, one.number / one.size)
    for (const [b, right] of eligible.filter(([b]) => b > a)) {
      const other = shareOf.get(right.stratum) as typeof one
      const share =
        left.stratum === right.stratum
          ? (one.number * (one.number - 1)) / (one.size * (one.size - 1))
          : (one.number / one.size) * (other.number / other.size)
      pairs.add(`${left.id} ${right.id}`, pair[a * pool.length + b] ?? 0, seeds, share)
    }
  }
  console.log(
    `${seeds} seeds, ${eligible.length} of ${pool.length} sites eligible, ${strata.map(s => `${s.number}/${s.size}`).join(' ')}`,
  )
  const [a, b] = [ones.print('inclusion'), pairs.print('pairs')]
  return a && b
}

/** Every byte of a record changed, one after the other. */
async function bytes(): Promise<boolean> {
  const text = Buffer.from(drawText(await createDraw({ total: 6, reserves: 1 })))
  let missed = 0
  for (let i = 0; i < text.length; i++) {
    for (const bit of [1, 32]) {
      const changed = Buffer.from(text)
      changed[i] = (changed[i] as number) ^ bit
      if ((await verifyDraw(changed.toString())).holds) missed += 1
    }
  }
  console.log(`${text.length} bytes, each changed in two ways: ${missed} not found`)
  return missed === 0
}

/** Records of many shapes, drawn again by the independent script. */
async function records(n: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'draws-'))
  let same = 0
  try {
    for (let i = 0; i < n; i++) {
      const pool = createPool(12 + ((i * 7) % 80), 1 + (i % 5)).toSorted(() => (i % 2 === 0 ? 1 : -1))
      const total = Math.min(5 + (i % 9), pool.filter(({ eligible }) => eligible).length)
      const record = await createDraw({
        pool,
        total,
        secret: i,
        reserves: i % 4,
        inspectors: createInspectors(5 + (i % 8)),
        publicValue: `现场抽取 ${i}`,
      })
      const file = join(folder, `${i}.json`)
      writeFileSync(file, drawText(record))
      if (execFileSync(process.execPath, [again, file], { encoding: 'utf8' }).trim() === 'same') same += 1
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`${same} of ${n} records drawn the same by an independent script`)
  return same === n
}

/** A draw is fair, cannot be changed unseen, and anybody gets the same. */
export async function stressDraw({ seeds }: { seeds: number }): Promise<boolean> {
  const fair = await frequencies(seeds)
  const sealed = await bytes()
  const independent = await records(100)
  return fair && sealed && independent
}
