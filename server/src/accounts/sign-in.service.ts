import { createHmac } from 'node:crypto'
import type { SignIn } from '@lvliang/shared/accounts/account.schema'
import type { RequestEnv } from '../access/request-env.ts'
import type { Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { instantOf } from '../ledger/times.ts'
import { type Actor, type AuditAct, appendAudit } from '../store/append-audit.ts'
import type { AccountsContext } from './context.ts'
import { actorOfAccount, type Credential, findCredential, markSignedIn } from './credential.repo.ts'
import { type FactorUse, secondFactorRequired, secondFactorWrong } from './second-factors.ts'
import type { BegunSession } from './sessions.ts'
import type { Try } from './tries.ts'

type Context = Pick<AccountsContext, 'db' | 'clock' | 'passwords' | 'factors' | 'sessions' | 'tries' | 'secret'>
type Where = Pick<RequestEnv, 'address' | 'requestId'>
export interface SignInAsked extends SignIn {
  userAgent: string
}

/** Why a sign-in failed, for the audit alone. */
type Reason = 'unknown' | 'noPassword' | 'disabled' | 'password' | 'secondFactor'

/** Whoever fails to sign in is not the account they name. */
const NOBODY = { accountId: null, role: null, county: null } satisfies Partial<Actor>

const signInFailed = () =>
  new DomainError('signInFailed', '用户名或密码不正确。 / The user name or the password is wrong.')

/** Signs in by user name and password, and a code where the account has a second factor. */
export class SignInService {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  async signIn(where: Where, { username: typed, ...asked }: SignInAsked): Promise<BegunSession> {
    const username = typed.normalize('NFKC').toLowerCase()
    const attempt = this.#context.tries.begin(username, where.address)
    const outcome = await this.#check(where, { ...asked, username }).catch(error => {
      attempt.abandoned()
      throw error
    })
    if ('token' in outcome) {
      attempt.succeeded()
      return outcome
    }
    if (outcome.reason === null) {
      attempt.abandoned()
      throw secondFactorRequired()
    }
    await this.#fail(where, attempt, { username, reason: outcome.reason, account: outcome.account })
    throw outcome.reason === 'secondFactor' ? secondFactorWrong() : signInFailed()
  }

  /** A session, or why there is none; without a reason, a code is still to be given. */
  async #check(
    where: Where,
    { username, password, code, stay, userAgent }: SignInAsked,
  ): Promise<BegunSession | { reason: Reason | null; account: Credential | null }> {
    const { db, clock, passwords, factors } = this.#context
    const account = await findCredential(db, username)
    const matches = await passwords.verify(account?.passwordHash ?? null, password)
    const reason = whyNot(account, matches)
    if (account === null || reason !== null) return { reason: reason ?? 'unknown', account }
    const use = await factors.ask(db, account.id, code, clock.now())
    if (use === 'required') return { reason: null, account }
    if (use === 'wrong') return { reason: 'secondFactor', account }
    const begun = await this.#begin(where, { account, use, stay, userAgent })
    return typeof begun === 'string' ? { reason: begun, account } : begun
  }

  /** Begins the session if what was checked is still so: checking a password takes long, and holds no lock. */
  #begin(
    where: Where,
    asked: { account: Credential; use: FactorUse | null; stay: boolean | undefined; userAgent: string },
  ): Promise<BegunSession | Reason> {
    const { db, sessions, factors } = this.#context
    const { account, use, stay, userAgent } = asked
    return db.transaction().execute(async trx => {
      const now = await findCredential(trx, account.username)
      if (now === null || now.disabled || now.passwordHash !== account.passwordHash) return 'password'
      if (!(await factors.use(trx, now.id, use))) return 'secondFactor'
      const device = { address: where.address, userAgent }
      const session = await sessions.begin(trx, { accountId: now.id, role: now.role, device, stay })
      await markSignedIn(trx, now.id, instantOf(this.#context.clock))
      await this.#write(trx, { actor: actorOfAccount(now, where), subject: `account/${now.id}` })
      return session
    })
  }

  /** Writes down a wrong try, and that it was the last one taken; no secret of it, which a name may be, too. */
  async #fail(
    where: Where,
    attempt: Try,
    { username, account, reason }: { username: string; account: Credential | null; reason: Reason },
  ): Promise<void> {
    const isLast = attempt.failed()
    const { address, requestId } = where
    const actor = { ...NOBODY, username: account?.username ?? null, address, requestId }
    const subject = account === null ? `username/${this.#pseudonym(username)}` : `account/${account.id}`
    await this.#context.db.transaction().execute(async trx => {
      await this.#write(trx, { actor, subject, outcome: 'failed', after: { reason } })
      if (isLast) await this.#write(trx, { actor, subject, outcome: 'refused', after: { reason: 'tooManyTries' } })
    })
  }

  #pseudonym(username: string): string {
    return createHmac('sha256', this.#context.secret).update(`username ${username}`).digest('hex').slice(0, 12)
  }

  #write(trx: Trx, act: Omit<AuditAct, 'at' | 'operation'>): Promise<void> {
    return appendAudit(trx, { at: instantOf(this.#context.clock), operation: 'signIn', ...act })
  }
}

function whyNot(account: Credential | null, matches: boolean): Reason | null {
  if (account === null) return 'unknown'
  if (account.disabled) return 'disabled'
  if (account.passwordHash === null) return 'noPassword'
  return matches ? null : 'password'
}
