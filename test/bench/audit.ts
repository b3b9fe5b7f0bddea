import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPage } from '@lvliang/server/audit/read-audit'
import { writeAuditCsv } from '@lvliang/server/audit/write-audit-csv'
import { openStore, type Store } from '@lvliang/server/db/open'
import type { Trx } from '@lvliang/server/db/tables'
import { appendAudit, findAuditHead } from '@lvliang/server/store/append-audit'
import { verifyAudit } from '@lvliang/server/store/verify-audit'
import { createAct } from '../factories/audit.ts'

const ROWS = 100_000
const ROWS_A_TRANSACTION = 1000
const ROUNDS = 9
const WRITES_A_ROUND = 300
const CEILINGS = { blockMs: 50, leastRatio: 0.5 }

/** Processor time of this process. */
function ownMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Runs something and tells how long it took, and how long nothing else could: by the clock, and in processor time of
 * its own, which another program's load does not lengthen.
 */
async function watched(work: () => Promise<unknown>) {
  let longestMs = 0
  let longestOwnMs = 0
  let running = true
  let last = { at: performance.now(), own: ownMs() }
  const watch = () => {
    const now = { at: performance.now(), own: ownMs() }
    longestMs = Math.max(longestMs, now.at - last.at)
    longestOwnMs = Math.max(longestOwnMs, Math.min(now.at - last.at, now.own - last.own))
    last = now
    if (running) setImmediate(watch)
  }
  setImmediate(watch)
  const started = performance.now()
  await work()
  running = false
  return { milliseconds: performance.now() - started, longestMs, longestOwnMs }
}

async function fill({ db }: Store): Promise<void> {
  for (let first = 1; first <= ROWS; first += ROWS_A_TRANSACTION) {
    await db.transaction().execute(async trx => {
      for (let i = 0; i < ROWS_A_TRANSACTION; i++) await appendAudit(trx, createAct(first + i))
    })
  }
}

async function exportAll({ db }: Store): Promise<number> {
  let characters = 0
  const head = await findAuditHead(db)
  for await (const chunk of writeAuditCsv(db, {}, { ...head, at: createAct(0).at })) characters += chunk.length
  return characters
}

async function benchReading(store: Store): Promise<boolean> {
  const works: Record<string, () => Promise<unknown>> = {
    verification: async () => {
      const { rows, broken } = await verifyAudit(store.db)
      if (rows !== ROWS || broken !== null) throw new Error(`${rows} rows, then ${broken?.what}`)
    },
    'page of one user': () => readPage(store.db, { username: 'user07' }, { limit: 100, before: null }),
    'page of the refused': () => readPage(store.db, { outcome: 'refused' }, { limit: 100, before: null }),
    'CSV of everything': () => exportAll(store),
  }
  let kept = true
  for (const [name, work] of Object.entries(works)) {
    await work()
    const { milliseconds, longestMs, longestOwnMs } = await watched(work)
    const isKept = longestOwnMs <= CEILINGS.blockMs
    kept &&= isKept
    console.log(
      `  ${name.padEnd(20)} ${milliseconds.toFixed(0).padStart(5)} ms  longest block ${longestOwnMs.toFixed(1)} ms (${longestMs.toFixed(1)} by the clock)  ceiling ${CEILINGS.blockMs} ms: ${isKept ? 'kept' : 'BROKEN'}`,
    )
  }
  return kept
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number

/** Durable writes a second, one row each, with their audit and without, in turns. */
async function benchWriting({ db }: Store): Promise<boolean> {
  await db.schema
    .createTable('bare')
    .addColumn('id', 'integer', column => column.primaryKey())
    .addColumn('body', 'text')
    .execute()
  const insert = db
    .withTables<{ bare: { id?: number; body: string } }>()
    .insertInto('bare')
    .values({ body: 'x'.repeat(400) })
    .compile()
  let act = ROWS
  const kinds: Record<string, (trx: Trx) => Promise<unknown>> = {
    'bare insert': trx => trx.executeQuery(insert),
    'insert with its audit': trx => trx.executeQuery(insert).then(() => appendAudit(trx, createAct(++act))),
  }
  const perSecond = Object.fromEntries(Object.keys(kinds).map(name => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, write] of Object.entries(kinds)) {
      const started = performance.now()
      for (let i = 0; i < WRITES_A_ROUND; i++) await db.transaction().execute(write)
      perSecond[name]?.push((WRITES_A_ROUND * 1000) / (performance.now() - started))
    }
  }
  for (const [name, all] of Object.entries(perSecond)) {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    console.log(
      `  ${name.padEnd(22)} ${median(all).toFixed(0).padStart(5)}/s (${least.toFixed(0)} to ${most.toFixed(0)})`,
    )
  }
  const [bare, audited] = Object.values(perSecond).map(median) as [number, number]
  const kept = audited / bare >= CEILINGS.leastRatio
  console.log(
    `  with its audit ${(audited / bare).toFixed(2)} × bare, floor ${CEILINGS.leastRatio}: ${kept ? 'kept' : 'BROKEN'}`,
  )
  return kept
}

/** An audit of 100,000 rows verified, looked through and exported; what writing it costs. True where all is kept. */
export async function benchAudit(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'))
  const store = await openStore(folder)
  try {
    const { milliseconds } = await watched(() => fill(store))
    console.log(`audit of ${ROWS} rows, appended in ${(milliseconds / 1000).toFixed(1)} s`)
    const isReadable = await benchReading(store)
    return (await benchWriting(store)) && isReadable
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
