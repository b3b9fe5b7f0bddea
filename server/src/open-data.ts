import { join } from 'node:path'
import { openStore, type Store, storeExists } from './db/open.ts'
import { DEMONSTRATION_TODAY, openDemonstration } from './demonstration/demonstration.ts'
import { Ledger } from './ledger/ledger.ts'
import { type Clock, demonstrationTimes, liveTimes, type Times } from './ledger/times.ts'

export interface OpenedData {
  store: Store
  ledger: Ledger
  times: Times
  demonstration: boolean
}

export interface DataChoice {
  dataDir: string
  clock: Clock
  forceDemonstration: boolean
  say?: (line: string) => void
}

/** Opens `live` where it exists, else the demonstration; the two never mix. */
export async function openData({ dataDir, clock, forceDemonstration, say }: DataChoice): Promise<OpenedData> {
  const live = join(dataDir, 'live')
  const demonstration = forceDemonstration || !storeExists(live)
  const store = demonstration ? await openDemonstration(join(dataDir, 'demo'), say) : await openStore(live)
  const ledger = await Ledger.load(store.db)
  const { year } = ledger.programme.plan
  const times = demonstration ? demonstrationTimes(DEMONSTRATION_TODAY, year) : liveTimes(clock, year)
  return { store, ledger, times, demonstration }
}
