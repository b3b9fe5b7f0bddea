import { actorOf } from '../access/actor.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Viewer } from '../access/viewer.ts'
import { appendAudit } from '../store/append-audit.ts'
import type { AccountsContext } from './context.ts'
import { setPassword } from './credential.repo.ts'
import { endSessions } from './sessions.repo.ts'
import type { BegunSession } from './sessions.ts'
import { voidLinks } from './set-up-links.ts'
import { refuseEnded } from './still-signed-in.ts'

type Context = Pick<
  AccountsContext,
  'db' | 'clock' | 'auth' | 'plan' | 'sessions' | 'cache' | 'passwords' | 'ownPassword'
>

interface Asked {
  currentPassword: string
  newPassword: string
  userAgent: string
}

/** Changes the password of whoever is signed in. */
export class PasswordChange {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /** Ends every session of the account; the answer is one in the place of that which asked. */
  async change(env: RequestEnv, { currentPassword, newPassword, userAgent }: Asked): Promise<BegunSession> {
    const { db, clock, auth, cache, passwords, ownPassword } = this.#context
    const pointer = '/json/currentPassword'
    const { id } = await ownPassword.prove(env, { operation: 'changePassword', password: currentPassword, pointer })
    await passwords.refuseWeak(newPassword, this.#ownerOf(env.viewer), '/json/newPassword')
    const hash = await passwords.hash(newPassword)
    const engine = await auth()
    const now = new Date(clock.now())
    const session = await db.transaction().execute(async trx => {
      await refuseEnded(trx, env.viewer)
      await setPassword(trx, engine, { accountId: id, hash, now })
      await endSessions(trx, id)
      await voidLinks(trx, id)
      const actor = actorOf(env)
      const act = { at: now.toISOString(), actor, operation: 'changePassword', subject: `account/${id}` }
      await appendAudit(trx, act)
      return this.#renew(trx, env, userAgent)
    })
    cache.forget(id)
    return session
  }

  #renew(trx: Parameters<typeof endSessions>[0], { viewer, address }: RequestEnv, userAgent: string) {
    return this.#context.sessions.begin(trx, {
      accountId: viewer.accountId as string,
      role: viewer.role as NonNullable<Viewer['role']>,
      device: { address, userAgent },
      stay: viewer.idleMs === null,
      endsAtMs: viewer.endsAtMs ?? undefined,
    })
  }

  #ownerOf({ username, name, county: code }: Viewer) {
    const county = this.#context.plan().counties.find(each => each.code === code)?.name ?? null
    return { username: username ?? '', name, county }
  }
}
