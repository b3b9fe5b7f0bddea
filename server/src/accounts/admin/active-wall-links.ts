import { randomBytes } from 'node:crypto'
import { type Viewer, WALL } from '../../access/viewer.ts'
import type { Db } from '../../db/tables.ts'
import type { Clock } from '../../ledger/times.ts'
import { hashToken } from '../session-cookie.ts'
import { listActiveLinks, markUsed } from './wall.repo.ts'

const HOUR_MS = 3_600_000
const LONGEST_TOKEN = 100

interface Use {
  id: string
  usedAtMs: number
}

export const newToken = (): string => randomBytes(32).toString('base64url')

/** The wall screens' links that are in force, in memory: every request of a wall screen asks. */
export class ActiveWallLinks {
  readonly #db: Db
  readonly #clock: Clock
  readonly #byHash = new Map<string, Use>()

  private constructor(db: Db, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  static async load(db: Db, clock: Clock): Promise<ActiveWallLinks> {
    const links = new ActiveWallLinks(db, clock)
    for (const { id, tokenHash, lastUsedAt } of await listActiveLinks(db)) {
      links.#byHash.set(tokenHash, { id, usedAtMs: lastUsedAt === null ? 0 : Date.parse(lastUsedAt) })
    }
    return links
  }

  /** The wall screen, where the token is that of a link in force. */
  viewerOf(token: string | null | undefined): Viewer | null {
    if (!token || token.length > LONGEST_TOKEN) return null
    const use = this.#byHash.get(hashToken(token))
    if (use === undefined) return null
    this.#note(use)
    return WALL
  }

  /** Puts the link in force with this token, and with no other. */
  admit(id: string, tokenHash: string): void {
    this.end(id)
    this.#byHash.set(tokenHash, { id, usedAtMs: 0 })
  }

  end(id: string): void {
    for (const [hash, use] of this.#byHash) if (use.id === id) this.#byHash.delete(hash)
  }

  /** Once an hour is enough to see which link is still in use. */
  #note(use: Use): void {
    const now = this.#clock.now()
    if (now - use.usedAtMs < HOUR_MS) return
    use.usedAtMs = now
    markUsed(this.#db, use.id, new Date(now).toISOString()).catch(() => {
      // Nobody waits for it: the store was closed meanwhile, or the next try writes it.
      use.usedAtMs = 0
    })
  }
}
