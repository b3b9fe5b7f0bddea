import type { OperationId } from '@lvliang/shared/accounts/access'
import type { DocumentKind, EvidenceDocument, Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { actorOf } from '../access/actor.ts'
import { refusal } from '../access/decide.ts'
import { officeOf } from '../access/office.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Db } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import type { EvidenceIndex } from '../ledger/evidence-index.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Times } from '../ledger/times.ts'
import { appendAudit } from '../store/append-audit.ts'
import {
  type Evidence,
  findEvidence,
  findWithdrawal,
  insertEvidence,
  insertWithdrawal,
  type Withdrawal,
} from '../store/evidence.repo.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import { safeFileName } from './file-name.ts'
import type { Intake, TakenIn, Upload } from './intake.ts'
import { evidenceConflict, evidenceUnknown } from './refusals.ts'

export interface EvidenceDeps {
  db: Db
  ledger: Ledger
  times: Times
  index: EvidenceIndex
  files: EvidenceFiles
  intake: Intake
  /** Tells open boards. */
  tell: (event: LiveEvent) => void
}

/** What a file is said to be. */
export interface About {
  id: string
  kind: 'photo' | DocumentKind
  name: string | undefined
  countyCode: string
  centreCode: string | null
  stage: ReportableStage | null
}

export interface Added {
  isNew: boolean
  evidence: Evidence
}

/** Whether what is stored under an id is the very act that is sent again. */
function isSame(stored: Evidence, about: About, sha256: string, { viewer }: RequestEnv): boolean {
  const { kind, countyCode, centreCode, stage } = about
  const told = { kind, countyCode, centreCode, stage, sha256, accountId: viewer.accountId }
  return Object.entries(told).every(([key, value]) => stored[key as keyof Evidence] === value)
}

/** Photos and documents as people add and withdraw them. */
export class EvidenceService {
  readonly #deps: EvidenceDeps

  constructor(deps: EvidenceDeps) {
    this.#deps = deps
  }

  /** The file is on the disk, and its row committed, before this answers. */
  add(operation: OperationId, upload: Upload, about: About): Promise<Added> {
    const { intake, files, index } = this.#deps
    return intake.take(upload, async taken => {
      const stored = index.find(about.id)
      if (stored) return this.#repeated(stored, taken, about, upload.env)
      const { width, height, taken: shot } = await intake.inspect(taken, upload.sizes)
      await files.keep(taken.received)
      const isPhoto = about.kind === 'photo'
      const seen = {
        width,
        height,
        takenAt: isPhoto ? shot.at : null,
        takenPosition: isPhoto ? shot.position : null,
      }
      return this.#store(operation, upload.env, about, taken, seen)
    })
  }

  /** Withdraws what the same account added, or anything for the city office: it is listed and served no more. */
  async withdraw(env: RequestEnv, evidenceId: string, { id, reason }: { id: string; reason: string }): Promise<void> {
    const { db, index } = this.#deps
    const evidence = index.find(evidenceId)
    if (evidence === undefined) throw evidenceUnknown()
    await env.permit?.('withdrawEvidence', evidence.countyCode)
    if (env.viewer.role !== 'cityOffice' && evidence.accountId !== env.viewer.accountId) throw refusal('forbidden')
    const withdrawal = await db.transaction().execute(async trx => {
      const before = (await findWithdrawal(trx, 'id', id)) ?? (await findWithdrawal(trx, 'evidence_id', evidenceId))
      if (before) return this.#sameWithdrawal(before, { id, evidenceId, reason })
      const { at, by: withdrawnBy, accountId } = this.#signed(env)
      const made = { id, evidenceId, reason, withdrawnAt: at, withdrawnBy, accountId }
      const withdrawal = await insertWithdrawal(trx, made)
      await appendAudit(trx, {
        at,
        actor: actorOf(env),
        operation: 'withdrawEvidence',
        subject: evidence.centreCode ?? evidence.countyCode,
        before: { id: evidenceId, kind: evidence.kind, sha256: evidence.sha256, name: evidence.name },
        after: { id, reason },
      })
      return withdrawal
    })
    index.withdraw(withdrawal)
    this.#tell(evidence, id)
  }

  /** A photo as the wire carries it, known as of now. */
  photo(evidence: Evidence): Photo {
    const { index, ledger, times } = this.#deps
    const asOf = times.today()
    const knownAt = times.now(asOf)
    const found = ledger.evaluate(evidence.centreCode ?? '', { asOf, knownAt }, 'reported')
    return index.photo(evidence, knownAt, found?.state ?? { facts: {}, reported: {} })
  }

  document(evidence: Evidence): EvidenceDocument {
    return this.#deps.index.document(evidence) as EvidenceDocument
  }

  #tell({ id, kind, centreCode, countyCode, stage, addedBy }: Evidence, act: string): void {
    const { tell, times } = this.#deps
    const about = { recordId: id, act, code: centreCode, county: countyCode, version: null, kind, date: times.today() }
    tell({ type: 'evidence', ...about, ...(stage ? { stage } : {}), recordedBy: addedBy })
  }

  #signed({ viewer }: RequestEnv) {
    const { ledger, times } = this.#deps
    const by = officeOf(viewer, ledger.programme.plan)
    return { at: times.entryInstant(), by, accountId: viewer.accountId }
  }

  #repeated(stored: Evidence, { received }: TakenIn, about: About, env: RequestEnv): Added {
    if (!isSame(stored, about, received.sha256, env)) throw evidenceConflict()
    return { isNew: false, evidence: stored }
  }

  async #store(
    operation: OperationId,
    env: RequestEnv,
    { id, kind, name, countyCode, centreCode, stage }: About,
    taken: TakenIn,
    seen: Pick<Evidence, 'width' | 'height' | 'takenAt' | 'takenPosition'>,
  ): Promise<Added> {
    const { db, index } = this.#deps
    const about = { id, kind, name, countyCode, centreCode, stage }
    const { sha256, bytes } = taken.received
    const { at: addedAt, by: addedBy, accountId } = this.#signed(env)
    const mediaType = taken.type
    const kept = safeFileName(name, mediaType, kind === 'photo' ? '照片' : '文件')
    const added = await db.transaction().execute(async trx => {
      const stored = await findEvidence(trx, id)
      if (stored) return this.#repeated(stored, taken, about, env)
      const row = { id, kind, sha256, mediaType, bytes, name: kept, countyCode, centreCode, stage, ...seen }
      const evidence = await insertEvidence(trx, { ...row, addedAt, addedBy, accountId })
      await appendAudit(trx, {
        at: addedAt,
        actor: actorOf(env),
        operation,
        subject: centreCode ?? countyCode,
        after: { id, kind, sha256, mediaType, bytes, name: kept, stage },
      })
      return { isNew: true, evidence }
    })
    index.add(added.evidence)
    if (added.isNew) this.#tell(added.evidence, id)
    return added
  }

  #sameWithdrawal(before: Withdrawal, asked: Pick<Withdrawal, 'id' | 'evidenceId' | 'reason'>): Withdrawal {
    const { id, evidenceId, reason } = asked
    if (before.id === id && before.evidenceId === evidenceId && before.reason === reason) return before
    throw new DomainError('evidenceConflict', '这份材料已撤回。 / It was withdrawn already.')
  }
}
