import type { MadeWallLink, WallLink } from '@lvliang/shared/accounts/account.schema'
import type { Site } from '../../access/site.ts'
import type { Db, Trx } from '../../db/tables.ts'
import { DomainError } from '../../errors.ts'
import { type Clock, instantOf } from '../../ledger/times.ts'
import { type Actor, appendAudit } from '../../store/append-audit.ts'
import { hashToken } from '../session-cookie.ts'
import { type ActiveWallLinks, newToken } from './active-wall-links.ts'
import { findWallLink, insertWallLink, listWallLinks, markRevoked, replaceToken } from './wall.repo.ts'

interface WallDeps {
  db: Db
  clock: Clock
  site: Site
  active: ActiveWallLinks
}

const conflict = (current: WallLink) =>
  new DomainError(
    'recordConflict',
    '同一编号的链接内容不同，或已使用、已撤销。 / The link with this id is another one.',
    {
      current,
    },
  )

/** Makes a link, or, asked the same again before anybody used it, gives it another token: the first is not kept. */
async function insertOrRenew(trx: Trx, link: WallLink, tokenHash: string): Promise<WallLink | null> {
  const stored = await findWallLink(trx, link.id)
  if (stored === null) {
    await insertWallLink(trx, link, tokenHash)
    return null
  }
  if (stored.label !== link.label || stored.lastUsedAt !== null || stored.revokedAt !== null) throw conflict(stored)
  await replaceToken(trx, link.id, tokenHash)
  return stored
}

/** The read-only addresses of wall screens: given out once, told from others by the hash of their token. */
export class WallLinks {
  readonly #deps: WallDeps

  constructor(deps: WallDeps) {
    this.#deps = deps
  }

  list(): Promise<WallLink[]> {
    return listWallLinks(this.#deps.db)
  }

  /** Makes a link; its token is in the answer and nowhere else. */
  async make(actor: Actor, { id, label }: { id: string; label: string }): Promise<MadeWallLink & { isNew: boolean }> {
    const { db, site, active } = this.#deps
    const at = instantOf(this.#deps.clock)
    const token = newToken()
    const wanted = { id, label, createdAt: at, createdBy: actor.username ?? '', lastUsedAt: null, revokedAt: null }
    const before = await db.transaction().execute(async trx => {
      const stored = await insertOrRenew(trx, wanted, hashToken(token))
      const act = { at, actor, operation: 'makeWallLink', subject: `wallLink/${id}` }
      await appendAudit(trx, { ...act, before: stored, after: stored ?? wanted })
      return stored
    })
    active.admit(id, hashToken(token))
    return { link: before ?? wanted, url: `${site.publicOrigin}/?wall=${token}`, isNew: before === null }
  }

  /** Ends a link at once; one that has ended stays so. */
  async revoke(actor: Actor, id: string): Promise<void> {
    const at = instantOf(this.#deps.clock)
    await this.#deps.db.transaction().execute(async trx => {
      const before = await findWallLink(trx, id)
      if (before === null) throw new DomainError('linkUnknown', '没有这个链接。 / There is no such link.')
      if (before.revokedAt !== null) return
      await markRevoked(trx, id, at)
      const act = { at, actor, operation: 'revokeWallLink', subject: `wallLink/${id}` }
      await appendAudit(trx, { ...act, before, after: { ...before, revokedAt: at } })
    })
    this.#deps.active.end(id)
  }
}
