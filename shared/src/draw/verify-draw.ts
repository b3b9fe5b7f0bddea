import { canonicalJson } from '../audit/canonical-json.ts'
import { allocate, strataOf } from './allocate.ts'
import { type DrawRecord, drawRecordSchema } from './draw.schema.ts'
import { commitOf, draw, poolHashOf, seedOf } from './draw.ts'
import { sha256Hex } from './sha256.ts'

/** What is looked at, in this order. */
export const DRAW_CHECKS = [
  'json',
  'schema',
  'bytes',
  'record',
  'pool',
  'poolHash',
  'strata',
  'commit',
  'seed',
  'inspectors',
  'result',
] as const
export type DrawCheck = (typeof DRAW_CHECKS)[number]

export type DrawVerdict =
  | { holds: true; record: DrawRecord }
  /** The first check that fails; `line` is the place in what it looks at, e.g. `result[3].ticket`. */
  | { holds: false; check: DrawCheck; line: string; expected: string; found: string }

type Fault = Omit<Extract<DrawVerdict, { holds: false }>, 'holds' | 'check'>

/** A record as text: canonical JSON and one LF. Two records that say the same have the same bytes. */
export const drawText = (record: DrawRecord): string => `${canonicalJson(record)}\n`

/** The hash of all but itself. */
export const recordHashOf = ({ recordHash: _, ...rest }: DrawRecord): Promise<string> => sha256Hex(canonicalJson(rest))

const differs = (line: string, expected: string, found: string): Fault | null =>
  expected === found ? null : { line, expected, found }

function sameId({ frozen: { pool } }: DrawRecord): Fault | null {
  const ids = new Set<string>()
  for (const [i, { id, eligible, reason }] of pool.entries()) {
    if (ids.has(id)) return { line: `frozen.pool[${i}].id`, expected: 'once', found: id }
    if (eligible !== (reason === null))
      return { line: `frozen.pool[${i}].reason`, expected: eligible ? 'none' : 'a reason', found: String(reason) }
    ids.add(id)
  }
  return null
}

/** The numbers of the strata are those that follow from the pool and their own sum. */
function wrongStrata({ frozen: { pool, strata } }: DrawRecord): Fault | null {
  const total = strata.reduce((sum, { number }) => sum + number, 0)
  try {
    return differs('frozen.strata', canonicalJson(allocate(total, strataOf(pool))), canonicalJson(strata))
  } catch (error) {
    return { line: 'frozen.strata', expected: (error as Error).message, found: `${total}` }
  }
}

function tooFew({ frozen: { inspectorsASite }, result }: DrawRecord): Fault | null {
  const i = result.findIndex(({ place, inspectors }) => place === 'drawn' && inspectors.length < inspectorsASite)
  if (i < 0) return null
  return { line: `result[${i}].inspectors`, expected: `${inspectorsASite}`, found: `${result[i]?.inspectors.length}` }
}

async function wrongResult({ frozen, revealed, result }: DrawRecord): Promise<Fault | null> {
  const again = await draw(frozen, revealed.seed)
  for (let i = 0; i < Math.max(again.length, result.length); i++) {
    const fault = differs(`result[${i}]`, canonicalJson(again[i] ?? null), canonicalJson(result[i] ?? null))
    if (fault) return fault
  }
  return null
}

type Check = (record: DrawRecord) => Fault | null | Promise<Fault | null>

const CHECKS: readonly [DrawCheck, Check][] = [
  ['record', async record => differs('recordHash', await recordHashOf(record), record.recordHash)],
  ['pool', sameId],
  ['poolHash', async ({ frozen }) => differs('frozen.poolHash', await poolHashOf(frozen.pool), frozen.poolHash)],
  ['strata', wrongStrata],
  [
    'commit',
    async ({ frozen, revealed }) => differs('frozen.commit', await commitOf(revealed.secretHex), frozen.commit),
  ],
  [
    'seed',
    async ({ frozen, revealed }) => differs('revealed.seed', await seedOf(frozen.poolHash, revealed), revealed.seed),
  ],
  ['inspectors', tooFew],
  ['result', wrongResult],
]

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Draws a published record again from its text alone and names the first thing that is not as it should be. */
export async function verifyDraw(text: string): Promise<DrawVerdict> {
  const value = parse(text)
  if (value === undefined) return { holds: false, check: 'json', line: '1', expected: 'JSON', found: text.slice(0, 80) }
  const parsed = drawRecordSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const line = issue?.path.map(String).join('.') ?? ''
    return { holds: false, check: 'schema', line, expected: issue?.message ?? '', found: '' }
  }
  const record = parsed.data
  const bytes = differs('1', 'canonical JSON', text === drawText(record) ? 'canonical JSON' : 'other bytes')
  if (bytes) return { holds: false, check: 'bytes', ...bytes }
  for (const [check, look] of CHECKS) {
    const fault = await look(record)
    if (fault) return { holds: false, check, ...fault }
  }
  return { holds: true, record }
}
