import { randomUUID } from 'node:crypto'
import type { MadeLink, SetUp, SetUpLink } from '@lvliang/shared/accounts/account.schema'
import type { PasswordOwner } from '@lvliang/shared/accounts/password-rules'
import type { RequestEnv } from '../access/request-env.ts'
import type { Db, Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { instantOf } from '../ledger/times.ts'
import { appendAudit, SYSTEM } from '../store/append-audit.ts'
import { insertAccount } from './admin/accounts.repo.ts'
import type { AccountsContext } from './context.ts'
import { actorOfAccount, type Credential, findCredentialOf, markSignedIn, setPassword } from './credential.repo.ts'
import { secondFactorRequired, secondFactorWrong } from './second-factors.ts'
import { endSessions } from './sessions.repo.ts'
import type { BegunSession } from './sessions.ts'
import { FIRST_SET_UP_HOURS, findLink, makeLink, type OpenLink, voidLinks } from './set-up-links.ts'

type Context = Pick<
  AccountsContext,
  'db' | 'clock' | 'site' | 'demonstration' | 'plan' | 'auth' | 'sessions' | 'cache' | 'passwords' | 'factors' | 'tries'
>
type Where = Pick<RequestEnv, 'address' | 'requestId'>
type Who = Pick<Credential, 'id' | 'username' | 'name' | 'role' | 'county'>

interface Asked extends SetUp {
  userAgent: string
}

interface Failure {
  operation: string
  username?: string | null
  subject?: string
  after: { reason: 'linkInvalid' | 'secondFactor' }
}

const NOBODY = { accountId: null, username: null, role: null, county: null }

const linkInvalid = () =>
  new DomainError('linkInvalid', '链接已使用、已过期或不存在。 / The link is used, expired or unknown.')

async function hasAccounts(db: Db | Trx): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** One-time links: what they are for, and setting up an account by one. */
export class SetUpService {
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /** The link a live deployment without any account is begun with; null where there is somebody already. */
  async firstLink(): Promise<MadeLink | null> {
    const { db, clock, site, demonstration } = this.#context
    if (demonstration || (await hasAccounts(db))) return null
    return db.transaction().execute(async trx => {
      const terms = { accountId: null, nowMs: clock.now(), hours: FIRST_SET_UP_HOURS }
      const link = await makeLink(trx, { ...terms, publicOrigin: site.publicOrigin })
      const act = { at: instantOf(clock), actor: SYSTEM, operation: 'makeSetUpLink', subject: 'account/first' }
      await appendAudit(trx, { ...act, after: { expiresAt: link.expiresAt } })
      return link
    })
  }

  async describe(where: Where, token: string): Promise<SetUpLink> {
    const { link, account } = await this.#open(where, 'describeSetUpLink', token)
    const { expiresAt } = link
    if (account === null) return { username: null, name: null, role: 'systemAdmin', county: null, expiresAt }
    const { username, name, role, county } = account
    return { username, name, role, county, expiresAt }
  }

  /** Sets the password an account is to have, and signs it in; the first account is made by this. */
  async setUp(where: Where, { token, username, password, code, userAgent }: Asked): Promise<BegunSession> {
    const { db, clock, passwords, factors, cache } = this.#context
    const { link, account } = await this.#open(where, 'setUp', token)
    const who = account ?? firstAccount(username)
    if (who.username !== username.toLowerCase()) throw otherUsername(who.username)
    await passwords.refuseWeak(password, this.#ownerOf(who), '/json/password')
    const use = account === null ? null : await this.#askCode(where, account, code)
    const hash = await passwords.hash(password)
    const engine = await this.#context.auth()
    const session = await db.transaction().execute(async trx => {
      await this.#take(trx, token, link)
      if (!(await factors.use(trx, who.id, use))) throw secondFactorWrong()
      if (account === null) await this.#insertFirst(trx, who, username)
      await setPassword(trx, engine, { accountId: who.id, hash, now: new Date(clock.now()) })
      return this.#begin(trx, where, { who, userAgent, isFirst: account === null })
    })
    cache.forget(who.id)
    return session
  }

  async #begin(trx: Trx, where: Where, { who, userAgent, isFirst }: { who: Who; userAgent: string; isFirst: boolean }) {
    const at = instantOf(this.#context.clock)
    await endSessions(trx, who.id)
    await markSignedIn(trx, who.id, at)
    const { id, username, name, role } = who
    const act = { at, actor: actorOfAccount(who, where), operation: 'setUp', subject: `account/${id}` }
    await appendAudit(trx, isFirst ? { ...act, after: { username, name, role } } : act)
    const device = { address: where.address, userAgent }
    return this.#context.sessions.begin(trx, { accountId: id, role, device })
  }

  /** The link of a token that can be used, and whose it is; wrong tokens are counted by network. */
  async #open(where: Where, operation: string, token: string): Promise<{ link: OpenLink; account: Credential | null }> {
    const { db, tries } = this.#context
    const attempt = tries.beginNameless(where.address)
    const found = await this.#find(db, token).catch(error => {
      attempt.abandoned()
      throw error
    })
    if (found !== null) {
      attempt.abandoned()
      return found
    }
    attempt.failed()
    await this.#writeFailure(where, { operation, after: { reason: 'linkInvalid' } })
    throw linkInvalid()
  }

  /** Whoever fails is not the account the link is for. */
  #writeFailure({ address, requestId }: Where, { username = null, ...act }: Failure): Promise<void> {
    const { db, clock } = this.#context
    const actor = { ...NOBODY, username, address, requestId }
    const failed = { ...act, at: instantOf(clock), actor, outcome: 'failed' as const }
    return db.transaction().execute(trx => appendAudit(trx, failed))
  }

  /** What the code of an account's second factor uses up: a link alone does not do away with it. */
  async #askCode(where: Where, { id, username }: Who, code: string | undefined) {
    const { db, clock, factors, tries } = this.#context
    const attempt = tries.begin(username, where.address)
    const use = await factors.ask(db, id, code, clock.now()).catch(error => {
      attempt.abandoned()
      throw error
    })
    if (use === 'wrong') {
      attempt.failed()
      const failure = { operation: 'setUp', username, subject: `account/${id}` }
      await this.#writeFailure(where, { ...failure, after: { reason: 'secondFactor' } })
      throw secondFactorWrong()
    }
    attempt.abandoned()
    if (use === 'required') throw secondFactorRequired()
    return use
  }

  async #find(db: Db | Trx, token: string) {
    const link = await findLink(db, token, this.#context.clock.now())
    if (link === null) return null
    if (link.accountId === null) return (await hasAccounts(db)) ? null : { link, account: null }
    const account = await findCredentialOf(db, link.accountId)
    return account === null || account.disabled ? null : { link, account }
  }

  /** Uses the link up, if it still can be. */
  async #take(trx: Trx, token: string, { accountId }: OpenLink): Promise<void> {
    if ((await this.#find(trx, token)) === null) throw linkInvalid()
    await voidLinks(trx, accountId)
  }

  #insertFirst(trx: Trx, { id, name, role }: Who, username: string): Promise<void> {
    const rights = { role, county: null, finance: false }
    return insertAccount(trx, { id, username, name, ...rights }, instantOf(this.#context.clock))
  }

  #ownerOf({ username, name, county: code }: Who): PasswordOwner {
    const county = this.#context.plan().counties.find(each => each.code === code)?.name ?? null
    return { username, name, county }
  }
}

const firstAccount = (username: string): Who => ({
  id: randomUUID(),
  username: username.toLowerCase(),
  name: username,
  role: 'systemAdmin',
  county: null,
})

const otherUsername = (username: string) =>
  new DomainError('accountInvalid', '用户名与链接不符。 / The link is for another user name.', [
    { pointer: '/json/username', code: 'otherUsername', message: `应为 ${username}。 / It should be ${username}.` },
  ])
