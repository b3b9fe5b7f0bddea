import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDraw, createInspectors, createPool } from '../../../test/factories/draws.ts'
import { allocate, strataOf } from './allocate.ts'
import { byCodePoint } from './code-points.ts'
import { draw, poolHashOf, poolText } from './draw.ts'
import { sha256Hex } from './sha256.ts'

const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('the hash is that of the text as UTF-8, in lowercase', async () => {
  expect(await sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(await sha256Hex('吕梁')).toBe(sha('吕梁'))
})

test('names are ordered by code point, not by UTF-16 unit', () => {
  expect(['\u{20000}', '\uffee', 'b', 'a'].sort(byCodePoint)).toEqual(['a', 'b', '\uffee', '\u{20000}'])
})

describe('the pool', () => {
  const row = (id: string, eligible = true) => ({
    id,
    county: '141124',
    stratum: '临县',
    eligible,
    reason: eligible ? null : '停工',
  })

  test('is one line a site, in the order of their ids', () => {
    expect(poolText([row('b', false), row('a')])).toBe('a|141124|临县|1\nb|141124|临县|0\n')
  })

  test('has the same hash in any order and in any form of its letters', async () => {
    const pool = createPool(30)
    expect(await poolHashOf(pool.toReversed())).toBe(await poolHashOf(pool))
    expect(await poolHashOf([row('é')])).toBe(await poolHashOf([row('é')]))
  })
})

describe('the numbers of the strata', () => {
  const strata = (...sizes: number[]) => sizes.map((size, i) => ({ stratum: `s${i}`, size }))
  const numbers = (total: number, ...sizes: number[]) => allocate(total, strata(...sizes)).map(({ number }) => number)

  test('are in proportion, by largest remainder', () => {
    expect(numbers(10, 50, 30, 20)).toEqual([5, 3, 2])
    expect(numbers(10, 45, 35, 20)).toEqual([5, 3, 2])
    expect(numbers(7, 10, 10, 10)).toEqual([3, 2, 2])
  })

  test('are one at least where there is a site, and none where there is none', () => {
    expect(numbers(5, 100, 1, 1, 0)).toEqual([3, 1, 1, 0])
    expect(() => numbers(2, 100, 1, 1)).toThrow('between 3 and 102')
    expect(() => numbers(4, 1, 2)).toThrow('between 2 and 3')
  })

  test('always add up, never exceed what there is, and never turn the order of sizes round', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 13 }), fc.nat(10_000), (sizes, n) => {
        const all = sizes.reduce((sum, size) => sum + size, 0)
        const filled = sizes.filter(size => size > 0).length
        const total = filled + (n % (all - filled + 1))
        const shares = allocate(total, strata(...sizes))
        expect(shares.reduce((sum, { number }) => sum + number, 0)).toBe(total)
        for (const a of shares) {
          expect(a.number <= a.size && (a.size === 0) === (a.number === 0)).toBe(true)
          for (const b of shares) if (a.size > b.size) expect(a.number).toBeGreaterThanOrEqual(b.number)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a draw', () => {
  test('takes the smallest tickets of each stratum, then its reserves', async () => {
    const { frozen, revealed, result } = await createDraw()
    const { seed } = revealed
    for (const { stratum, number } of frozen.strata) {
      const tickets = frozen.pool
        .filter(row => row.stratum === stratum && row.eligible)
        .map(({ id }) => ({ id, ticket: sha(`${seed}|${stratum}|${id}`) }))
        .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
        .slice(0, number + frozen.reserves)
      const own = result.filter(site => site.stratum === stratum)
      expect(own.map(({ id, ticket }) => ({ id, ticket }))).toEqual(tickets)
      expect(own.map(({ place }) => place)).toEqual([...Array(number).fill('drawn'), 1, 2])
    }
  })

  test('never draws what is not eligible, and never sends anybody home', async () => {
    const { frozen, result } = await createDraw()
    const rows = new Map(frozen.pool.map(row => [row.id, row]))
    const inspectors = new Map(frozen.inspectors.map(one => [one.id, one]))
    for (const { id, place, inspectors: team } of result) {
      expect(rows.get(id)?.eligible).toBe(true)
      expect(team).toHaveLength(place === 'drawn' ? 2 : 0)
      for (const one of team) expect(inspectors.get(one)?.recused).not.toContain(rows.get(id)?.county)
    }
  })

  test('loads inspectors evenly: none who may go everywhere has two more than another such', async () => {
    const inspectors = createInspectors(6).map(one => ({ ...one, recused: [] }))
    const { result } = await createDraw({ total: 13, inspectors })
    const loads = inspectors.map(({ id }) => result.filter(site => site.inspectors.includes(id)).length)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
  })

  test('is the same for rows, strata and inspectors in any order', async () => {
    const { frozen, revealed, result } = await createDraw()
    const turned = {
      ...frozen,
      pool: frozen.pool.toReversed(),
      strata: frozen.strata.toReversed(),
      inspectors: frozen.inspectors.toReversed(),
    }
    expect(await draw(turned, revealed.seed)).toEqual(result)
  })

  test('is another for another public value, secret or pool', async () => {
    const idsOf = async (asked: object) => (await createDraw(asked)).result.map(({ id }) => id).join()
    const first = await idsOf({})
    expect(await idsOf({ publicValue: '福彩3D 2018212 408' })).not.toBe(first)
    expect(await idsOf({ secret: 2 })).not.toBe(first)
    expect(await idsOf({ pool: createPool(41) })).not.toBe(first)
  })

  test('of a stratum counts its eligible sites', () => {
    expect(strataOf(createPool(18, 2))).toEqual([
      { stratum: '141121', size: 8 },
      { stratum: '141122', size: 8 },
    ])
  })
})
