import type { CentreState } from '@lvliang/shared/centres/state'
import type { DocumentKind, EvidenceDocument, Photo } from '@lvliang/shared/evidence/evidence.schema'
import { distanceToSite, type PhotoContext, photoHints } from '@lvliang/shared/evidence/photo-hints'
import type { Db } from '../db/tables.ts'
import { listOf } from '../lib/list-of.ts'
import { type Evidence, listEvidence, listWithdrawals, type Withdrawal } from '../store/evidence.repo.ts'

/** What a centre's state says of its photos. */
export type SiteState = Pick<CentreState, 'facts' | 'reported'>

const wireBase = ({ seq: _, stage, width, height, takenAt, takenPosition, accountId, kind, ...rest }: Evidence) => rest

/** Photos and documents in memory: what there is of a centre or county, as known at an instant. */
export class EvidenceIndex {
  readonly #byId = new Map<string, Evidence>()
  /** By the centre, or the county for what is about the county. */
  readonly #bySubject = new Map<string, Evidence[]>()
  readonly #bySha256 = new Map<string, Evidence[]>()
  readonly #withdrawals = new Map<string, Withdrawal>()

  static async load(db: Db): Promise<EvidenceIndex> {
    const index = new EvidenceIndex()
    for (const evidence of await listEvidence(db)) index.add(evidence)
    for (const withdrawal of await listWithdrawals(db)) index.withdraw(withdrawal)
    return index
  }

  /** Changes with every entry. */
  get version(): string {
    return `${this.#byId.size}.${this.#withdrawals.size}`
  }

  /** Takes in what has been stored. */
  add(evidence: Evidence): void {
    if (this.#byId.has(evidence.id)) return
    this.#byId.set(evidence.id, evidence)
    listOf(this.#bySubject, evidence.centreCode ?? evidence.countyCode).push(evidence)
    listOf(this.#bySha256, evidence.sha256).push(evidence)
  }

  withdraw(withdrawal: Withdrawal): void {
    this.#withdrawals.set(withdrawal.evidenceId, withdrawal)
  }

  /** Whatever has the id, withdrawn or not. */
  find(id: string): Evidence | undefined {
    return this.#byId.get(id)
  }

  isWithdrawn(id: string): boolean {
    return this.#withdrawals.has(id)
  }

  /** Whether a photo of the centre that is not withdrawn has the id. */
  hasPhoto(id: string, centre: string): boolean {
    const evidence = this.find(id)
    return evidence?.kind === 'photo' && evidence.centreCode === centre && !this.isWithdrawn(id)
  }

  /** A photo that is not withdrawn and is these bytes. */
  photoOf(sha256: string): Evidence | undefined {
    return this.#bySha256.get(sha256)?.find(({ kind, id }) => kind === 'photo' && !this.isWithdrawn(id))
  }

  /** The photos of a centre, oldest first, with what they give to think about. */
  photosOf(centre: string, knownAt: string, state: SiteState): Photo[] {
    return this.#known(this.#bySubject.get(centre), knownAt)
      .filter(({ kind }) => kind === 'photo')
      .map(evidence => this.photo(evidence, knownAt, state))
  }

  photo(evidence: Evidence, knownAt: string, { facts, reported }: SiteState): Photo {
    const { stage, width, height, takenAt, takenPosition, sha256, centreCode } = evidence
    const elsewhere = this.#known(this.#bySha256.get(sha256), knownAt)
      .map(other => other.centreCode)
      .filter(code => code !== null && code !== centreCode)
    const context: PhotoContext = {
      site: facts.position ?? null,
      reportedOn: (stage && reported[stage]?.date) ?? null,
      alsoAt: [...new Set(elsewhere as string[])].sort(),
    }
    return {
      ...wireBase(evidence),
      stage,
      width: width ?? 0,
      height: height ?? 0,
      takenAt,
      takenPosition,
      distanceM: distanceToSite(evidence, context),
      hints: photoHints(evidence, context),
    }
  }

  /** The documents of a centre or of a county itself, oldest first. */
  documentsOf(subject: string, knownAt: string): EvidenceDocument[] {
    return this.#known(this.#bySubject.get(subject), knownAt).flatMap(evidence => this.document(evidence) ?? [])
  }

  document(evidence: Evidence): EvidenceDocument | null {
    return evidence.kind === 'photo' ? null : { ...wireBase(evidence), kind: evidence.kind }
  }

  /** The kinds of documents there are of a centre or of a county itself. */
  kindsOf(subject: string, knownAt = '9999'): Set<DocumentKind> {
    return new Set(this.documentsOf(subject, knownAt).map(({ kind }) => kind))
  }

  #known(list: readonly Evidence[] | undefined, knownAt: string): Evidence[] {
    return (list ?? []).filter(({ id, addedAt }) => {
      const withdrawnAt = this.#withdrawals.get(id)?.withdrawnAt
      return addedAt <= knownAt && (withdrawnAt === undefined || withdrawnAt > knownAt)
    })
  }
}
