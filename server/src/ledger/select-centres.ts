import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { CentreFilter } from '@lvliang/shared/centres/filter.schema'
import type { Reader } from '../reader.ts'
import { filterCentres } from './filter-centres.ts'
import type { Snapshot } from './ledger.ts'
import { resolveMoment } from './times.ts'

export interface Selection {
  snapshot: Snapshot
  filtered: boolean
  centres: readonly EvaluatedCentre[]
}

/** The slots a filter leaves at its moment. */
export function selectCentres({ ledger, times }: Reader, filter: CentreFilter): Selection {
  const snapshot = ledger.snapshot(resolveMoment(times, filter), filter.basis ?? 'reported')
  return { snapshot, ...filterCentres(snapshot.centres, filter, snapshot.programme.plan) }
}
