import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@lvliang/server/db/open'
import { EvidenceIndex } from '@lvliang/server/ledger/evidence-index'
import { Ledger } from '@lvliang/server/ledger/ledger'
import { liveTimes } from '@lvliang/server/ledger/times'
import { VisitPlanIndex } from '@lvliang/server/ledger/visit-plan-index'
import { appendPlan } from '@lvliang/server/store/append-plan'
import { appendRecords } from '@lvliang/server/store/append-records'
import { slotsOfPlan } from '@lvliang/server/store/slots'
import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import { type AppOptions, openTestApp } from './app.ts'
import { plan, policy } from './programme.ts'

/** Noon in Shanghai of the day most tests stand on. */
export const NOON = Date.UTC(2018, 6, 31, 4)

export async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A real database of the shipped plan in a folder of its own, with the records given. */
export async function createStore(records: readonly (CentreRecord | NewRecord)[] = []) {
  const { folder, remove } = await createFolder()
  const store = await openStore(folder, { retryMs: 0 })
  await appendPlan(store.db, { plan, policy, slots: slotsOfPlan(plan), addedAt: '2018-01-01T00:00:00.000Z' })
  const append = (more: readonly (CentreRecord | NewRecord)[]) => appendRecords(store.db, more.map(withoutSeq))
  if (records.length > 0) await append(records)
  return {
    ...store,
    append,
    async close() {
      await store.close()
      await remove()
    },
  }
}

function withoutSeq(record: CentreRecord | NewRecord): NewRecord {
  const { seq: _, ...rest } = record as CentreRecord
  return rest as NewRecord
}

/** The real application over a live database; the clock stands where it is put. */
export async function createLiveApp(
  records: readonly (CentreRecord | NewRecord)[] = [],
  now = NOON,
  { demonstration = false, ...options }: AppOptions & { demonstration?: boolean } = {},
) {
  const store = await createStore(records)
  const clock = { at: now, now: () => clock.at }
  const ledger = await Ledger.load(store.db)
  const evidence = await EvidenceIndex.load(store.db)
  const visitPlans = await VisitPlanIndex.load(store.db)
  const opened = await openTestApp(
    { store, ledger, evidence, visitPlans, times: liveTimes(clock, plan.year), demonstration, clock },
    options,
  )
  return {
    ...opened,
    clock,
    store,
    ledger,
    evidence,
    async append(more: readonly (CentreRecord | NewRecord)[]) {
      await store.append(more)
      await ledger.refresh()
    },
    async close() {
      opened.accounts.close()
      await store.close()
    },
  }
}

export type LiveApp = Awaited<ReturnType<typeof createLiveApp>>
