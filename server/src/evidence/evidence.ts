import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { OnSessionEnd } from '../access/while-signed-in.ts'
import type { Store } from '../db/open.ts'
import type { EvidenceIndex } from '../ledger/evidence-index.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Times } from '../ledger/times.ts'
import { evidenceRoutes } from './evidence.routes.ts'
import { EvidenceService } from './evidence.service.ts'
import { EvidenceFiles } from './evidence-files.ts'
import { FileInspector } from './file-inspector.ts'
import { PACE, type Pace } from './incoming.ts'
import { Intake } from './intake.ts'
import { EvidenceServer } from './serve-evidence.ts'

export interface EvidenceParts {
  store: Store
  ledger: Ledger
  times: Times
  evidence: EvidenceIndex
  onSessionEnd: OnSessionEnd
  /** Tells open boards. */
  tell: (event: LiveEvent) => void
  /** Another than the usual is for tests. */
  pace?: Pace | undefined
}

/** Photos and documents: taken in, kept, served, withdrawn. */
export function openEvidence({
  store,
  ledger,
  times,
  evidence: index,
  onSessionEnd,
  tell,
  pace = PACE,
}: EvidenceParts) {
  const files = new EvidenceFiles(store.folder)
  const inspector = new FileInspector()
  const intake = new Intake({ files, inspector, onSessionEnd, pace })
  const service = new EvidenceService({ db: store.db, ledger, times, index, files, intake, tell })
  const server = new EvidenceServer({ index, files, inspector })
  return {
    routes: evidenceRoutes({ ledger, service, server }),
    thumbnail: (sha256: string) => server.thumbnail(sha256),
  }
}
