import type { SecondFactor } from '@lvliang/shared/accounts/account.schema'
import { ROLES_WITH_SECOND_FACTOR } from '@lvliang/shared/accounts/role'
import { actorOf } from '../access/actor.ts'
import type { RequestEnv } from '../access/request-env.ts'
import type { Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { instantOf } from '../ledger/times.ts'
import { appendAudit } from '../store/append-audit.ts'
import { removeSecondFactor } from './admin/accounts.repo.ts'
import type { AccountsContext } from './context.ts'
import { dropPending, findPending, keepPending, replaceFactor, type StoredFactor } from './second-factor.repo.ts'
import { secondFactorWrong } from './second-factors.ts'
import { endOtherSessions } from './sessions.repo.ts'
import { refuseEnded } from './still-signed-in.ts'
import { base32, totpUri } from './totp.ts'

/** Short: each Chinese character makes the QR code denser by nine letters, twice. */
const ISSUER = '日间照料'
/** For so long what was shown can be confirmed. */
const PENDING_MS = 15 * 60_000

type Context = Pick<AccountsContext, 'db' | 'clock' | 'plan' | 'demonstration' | 'cache' | 'factors' | 'ownPassword'>

/** Sets up and removes the second factor of whoever is signed in. */
export class OwnSecondFactor {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /** Makes a factor, shown once; it counts from its first right code on, and one there is stays until then. */
  async begin(env: RequestEnv, password: string): Promise<SecondFactor> {
    const { db, clock, factors, ownPassword } = this.#context
    const proof = { operation: 'beginSecondFactor', password, pointer: '/json/password' }
    const { id, username } = await ownPassword.prove(env, proof)
    const made = factors.make()
    const value = JSON.stringify(await factors.seal(made))
    const nowMs = clock.now()
    const expiresAt = new Date(nowMs + PENDING_MS).toISOString()
    await db.transaction().execute(async trx => {
      await refuseEnded(trx, env.viewer)
      await keepPending(trx, id, { value, now: new Date(nowMs).toISOString(), expiresAt })
      await this.#write(trx, env, 'beginSecondFactor')
    })
    return {
      uri: totpUri(made.secret, { issuer: ISSUER, username }),
      secret: base32(made.secret),
      backupCodes: made.backupCodes,
    }
  }

  /** Puts in force what `begin` made. */
  async confirm(env: RequestEnv, code: string): Promise<void> {
    const { db, clock, factors, cache } = this.#context
    const id = env.viewer.accountId as string
    const now = instantOf(clock)
    const pending = await findPending(db, id, now)
    if (pending === null) throw beginAgain()
    const factor = JSON.parse(pending) as StoredFactor
    const use = await factors.check(factor, code, clock.now())
    if (use === null || !('step' in use)) throw secondFactorWrong()
    await db.transaction().execute(async trx => {
      await refuseEnded(trx, env.viewer)
      if ((await findPending(trx, id, now)) !== pending) throw beginAgain()
      await replaceFactor(trx, id, { ...factor, lastStep: use.step }, now)
      await dropPending(trx, id)
      // They were begun by the password alone; what the account may do now takes more.
      await endOtherSessions(trx, id, env.viewer.sessionId as string)
      await this.#write(trx, env, 'confirmSecondFactor')
    })
    cache.forget(id)
  }

  async remove(env: RequestEnv, password: string): Promise<void> {
    const { db, clock, demonstration, cache, ownPassword } = this.#context
    const { viewer } = env
    const { id } = await ownPassword.prove(env, {
      operation: 'removeSecondFactor',
      password,
      pointer: '/json/password',
    })
    if (!demonstration && viewer.role !== null && ROLES_WITH_SECOND_FACTOR.includes(viewer.role)) throw required()
    await db.transaction().execute(async trx => {
      await refuseEnded(trx, viewer)
      await removeSecondFactor(trx, id, instantOf(clock))
      await dropPending(trx, id)
      await this.#write(trx, env, 'removeSecondFactor')
    })
    cache.forget(id)
  }

  #write(trx: Trx, env: RequestEnv, operation: string): Promise<void> {
    const subject = `account/${env.viewer.accountId}`
    return appendAudit(trx, { at: instantOf(this.#context.clock), actor: actorOf(env), operation, subject })
  }
}

const beginAgain = () =>
  new DomainError('secondFactorWrong', '已过期，请重新开始设置。 / Too late: begin the set-up again.')
const required = () => new DomainError('forbidden', '此角色必须使用二次验证。 / This role must have a second factor.')
