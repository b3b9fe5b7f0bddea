import { byCodePoint } from './code-points.ts'
import type { DrawInspector, DrawnSite, FrozenDraw, PoolRow, RevealedDraw } from './draw.schema.ts'
import { sha256Hex } from './sha256.ts'

/**
 * A random draw anyone can run again (双随机): the pool is frozen and published by its hash, the secret by its own;
 * a public value that nobody could know then makes the seed; each site's ticket is a hash, and the smallest win.
 * After 国办发〔2015〕58号 and RFC 3797. No random generator is seeded anywhere.
 */

/** The pool as text: `id|county|stratum|eligible` (1 or 0) a line, NFC, by id in code-point order, LF after each. */
export function poolText(pool: readonly PoolRow[]): string {
  return [...pool]
    .map(({ id, county, stratum, eligible }) => ({ id, line: `${id}|${county}|${stratum}|${eligible ? 1 : 0}` }))
    .sort((a, b) => byCodePoint(a.id, b.id))
    .map(({ line }) => `${line}\n`)
    .join('')
    .normalize('NFC')
}

/** SHA-256 of {@link poolText}: the order of the rows does not matter. */
export const poolHashOf = (pool: readonly PoolRow[]): Promise<string> => sha256Hex(poolText(pool))

/** What is published of a secret of 64 hexadecimal digits (32 random bytes). */
export const commitOf = (secretHex: string): Promise<string> => sha256Hex(secretHex)

/** The seed: nobody could know it before the public value was. */
export const seedOf = (
  poolHash: string,
  { publicValue, secretHex }: Pick<RevealedDraw, 'publicValue' | 'secretHex'>,
): Promise<string> => sha256Hex(`draw/v1|${poolHash}|${publicValue.normalize('NFC')}|${secretHex}`)

const ticketOf = (seed: string, stratum: string, site: string) => sha256Hex(`${seed}|${stratum}|${site}`)
const inspectorTicketOf = (seed: string, site: string, inspector: string) =>
  sha256Hex(`${seed}|insp|${site}|${inspector}`)

interface Ticket {
  row: PoolRow
  ticket: string
}

const byTicket = (a: { ticket: string }, b: { ticket: string }) => (a.ticket < b.ticket ? -1 : 1)

/** The eligible rows of one stratum, the smallest ticket first. */
async function ticketsOf(pool: readonly PoolRow[], stratum: string, seed: string): Promise<Ticket[]> {
  const rows = pool.filter(row => row.eligible && row.stratum === stratum)
  const tickets = await Promise.all(
    rows.map(async row => ({
      row,
      ticket: await ticketOf(seed, row.stratum.normalize('NFC'), row.id.normalize('NFC')),
    })),
  )
  return tickets.sort(byTicket)
}

/** The least loaded who are not recused, the smallest ticket first among equals. */
async function assign(
  { id, county }: PoolRow,
  { inspectors, inspectorsASite }: Pick<FrozenDraw, 'inspectors' | 'inspectorsASite'>,
  loads: Map<string, number>,
  seed: string,
): Promise<string[]> {
  const free = inspectors.filter(({ recused }: DrawInspector) => !recused.includes(county))
  const ranked = await Promise.all(
    free.map(async inspector => ({
      id: inspector.id,
      load: loads.get(inspector.id) ?? 0,
      ticket: await inspectorTicketOf(seed, id.normalize('NFC'), inspector.id.normalize('NFC')),
    })),
  )
  ranked.sort((a, b) => a.load - b.load || byTicket(a, b))
  const chosen = ranked.slice(0, inspectorsASite).map(inspector => inspector.id)
  for (const one of chosen) loads.set(one, (loads.get(one) ?? 0) + 1)
  return chosen
}

type Drawn = Pick<FrozenDraw, 'pool' | 'strata' | 'reserves' | 'inspectors' | 'inspectorsASite'>

/**
 * The sites that are drawn, stratum after stratum by the strata's names, each with its ticket and its inspectors; after
 * those of a stratum its reserves. A site with fewer inspectors than asked for has as many as are not recused.
 */
export async function draw({ pool, strata, reserves, ...teams }: Drawn, seed: string): Promise<DrawnSite[]> {
  const result: DrawnSite[] = []
  const loads = new Map<string, number>()
  for (const { stratum, number } of [...strata].sort((a, b) => byCodePoint(a.stratum, b.stratum))) {
    const tickets = await ticketsOf(pool, stratum, seed)
    for (const [i, { row, ticket }] of tickets.slice(0, number + reserves).entries()) {
      const isDrawn = i < number
      result.push({
        id: row.id,
        stratum,
        ticket,
        place: isDrawn ? 'drawn' : i - number + 1,
        inspectors: isDrawn ? await assign(row, teams, loads, seed) : [],
      })
    }
  }
  return result
}
