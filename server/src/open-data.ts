import { join } from 'node:path'
import { finishSwap } from './db/folder-swap.ts'
import { openStore, type Store, storeExists } from './db/open.ts'
import { DEMONSTRATION_TODAY, demonstrationOutlook, openDemonstration } from './demonstration/demonstration.ts'
import { EvidenceIndex } from './ledger/evidence-index.ts'
import { Ledger } from './ledger/ledger.ts'
import { type Clock, demonstrationTimes, liveTimes, type Times } from './ledger/times.ts'
import { VisitPlanIndex } from './ledger/visit-plan-index.ts'
import { findProgramme } from './store/programme.repo.ts'

export interface OpenedData {
  store: Store
  ledger: Ledger
  evidence: EvidenceIndex
  visitPlans: VisitPlanIndex
  times: Times
  demonstration: boolean
}

export interface DataChoice {
  dataDir: string
  clock: Clock
  forceDemonstration: boolean
  say?: (line: string) => void
}

/** The live database; null where nothing was ever loaded. */
async function openLive(folder: string): Promise<Store | null> {
  if (!storeExists(folder)) return null
  const store = await openStore(folder)
  if (await findProgramme(store.db)) return store
  await store.close()
  return null
}

/** Opens `live` where it holds anything, else the demonstration; the two never mix. */
export async function openData({ dataDir, clock, forceDemonstration, say }: DataChoice): Promise<OpenedData> {
  finishSwap(dataDir)
  const live = forceDemonstration ? null : await openLive(join(dataDir, 'live'))
  const store = live ?? (await openDemonstration(join(dataDir, 'demo'), say))
  const demonstration = live === null
  const ledger = await Ledger.load(store.db, demonstration ? demonstrationOutlook() : [])
  const { year } = ledger.programme.plan
  const times = demonstration ? demonstrationTimes(clock, DEMONSTRATION_TODAY, year) : liveTimes(clock, year)
  const evidence = await EvidenceIndex.load(store.db)
  const visitPlans = await VisitPlanIndex.load(store.db)
  return { store, ledger, evidence, visitPlans, times, demonstration }
}
