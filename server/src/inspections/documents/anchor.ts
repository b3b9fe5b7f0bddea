import type { Db } from '../../db/tables.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { type AuditHead, findAuditHead } from '../../store/append-audit.ts'

/**
 * The head of the audit chain that papers name. It is read once for each state of the records: a paper asked for again
 * is the same bytes, and nobody learns from two of them that something was planned in between.
 */
export class PaperAnchor {
  readonly #db: Db
  readonly #ledger: Pick<Ledger, 'version'>
  #kept: { version: Ledger['version']; head: Promise<AuditHead> } | undefined

  constructor(deps: { db: Db; ledger: Pick<Ledger, 'version'> }) {
    this.#db = deps.db
    this.#ledger = deps.ledger
  }

  head(): Promise<AuditHead> {
    const { version } = this.#ledger
    if (this.#kept?.version !== version) this.#kept = { version, head: findAuditHead(this.#db) }
    const { head } = this.#kept
    // A failed read is not kept.
    head.catch(() => {
      if (this.#kept?.head === head) this.#kept = undefined
    })
    return head
  }
}

/** What a paper says of it, and how it is checked. */
export const anchorLines = ({ seq, hash }: AuditHead): string[] => [
  `审计锚点：第 ${seq} 号 ${hash}`,
  `核对：由审计员在系统“审计”页查第 ${seq} 号的哈希；或在服务器上运行 npm run audit -- verify --anchor ${seq}:${hash}`,
]
