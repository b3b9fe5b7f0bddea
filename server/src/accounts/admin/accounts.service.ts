import type {
  Account,
  AccountsPage,
  AccountsQuery,
  ChangeAccount,
  CreateAccount,
  CreatedAccount,
  MadeLink,
} from '@lvliang/shared/accounts/account.schema'
import type { Site } from '../../access/site.ts'
import type { Db, Trx } from '../../db/tables.ts'
import { DomainError } from '../../errors.ts'
import { refuseStale, stale } from '../../http/if-match.ts'
import { type Clock, instantOf } from '../../ledger/times.ts'
import { type Actor, appendAudit } from '../../store/append-audit.ts'
import { dropPending } from '../second-factor.repo.ts'
import { endSessions } from '../sessions.repo.ts'
import { makeLink, voidLinks } from '../set-up-links.ts'
import { changedRights, faultsOfRights, type Rights, sameRights } from './account-rules.ts'
import { pageOfAccounts } from './accounts.queries.ts'
import {
  findAccount,
  findAccountByUsername,
  insertAccount,
  type NewAccount,
  removeSecondFactor,
  updateAccount,
} from './accounts.repo.ts'

export interface AdministrationDeps {
  db: Db
  clock: Clock
  site: Site
  /** The codes of the plan's counties. */
  counties(): readonly string[]
  /** Makes the sessions of an account be read again, once what changed is committed. */
  forget(accountId: string): void
}

export interface ConditionalChange {
  /** Names the version the change was made from. */
  ifMatch: string | undefined
  change: ChangeAccount
}

/** What is being done, by whom and when, inside its transaction. */
interface Act {
  trx: Trx
  at: string
  actor: Actor
  operation: string
}

const subjectOf = (id: string) => `account/${id}`

const isSameAccount = (stored: Account, wanted: NewAccount) =>
  stored.username === wanted.username && stored.name === wanted.name && sameRights(stored, wanted)

async function read(db: Db | Trx, id: string): Promise<Account> {
  const account = await findAccount(db, id)
  if (account !== null) return account
  throw new DomainError('accountUnknown', '没有这个账号。 / There is no such account.')
}

/** What administrators do with accounts. Every act is written down with the account before and after. */
export class AccountAdministration {
  readonly #deps: AdministrationDeps

  constructor(deps: AdministrationDeps) {
    this.#deps = deps
  }

  list(query: AccountsQuery): Promise<AccountsPage> {
    return pageOfAccounts(this.#deps.db, query)
  }

  get(id: string): Promise<Account> {
    return read(this.#deps.db, id)
  }

  /** Makes an account nobody can sign in to yet, and the link by which its owner sets the password. */
  async create(actor: Actor, input: CreateAccount): Promise<CreatedAccount & { isNew: boolean }> {
    const wanted: NewAccount = {
      ...input,
      username: input.username.toLowerCase(),
      county: input.county ?? null,
      finance: input.finance ?? false,
    }
    this.#refuseFaulty(wanted)
    return this.#do(actor, 'createAccount', async act => {
      const stored = await findAccount(act.trx, wanted.id)
      return stored === null ? this.#insert(act, wanted) : this.#repeat(act, stored, wanted)
    })
  }

  /** Changes an account from the version named. Other rights, or none at all, end its sessions at once. */
  async change(actor: Actor, id: string, { ifMatch, change }: ConditionalChange): Promise<Account> {
    await this.#refuseOwn(actor, 'changeAccount', id)
    const after = await this.#do(actor, 'changeAccount', async act => {
      const before = await read(act.trx, id)
      refuseStale(ifMatch, before)
      return this.#update(act, before, change)
    })
    this.#deps.forget(id)
    return after
  }

  /** A new one-time link for an account's owner. Used, it replaces the password. */
  async makeSetUpLink(actor: Actor, id: string): Promise<MadeLink> {
    await this.#refuseOwn(actor, 'makeSetUpLink', id)
    return this.#do(actor, 'makeSetUpLink', async act => {
      const account = await read(act.trx, id)
      if (account.state === 'disabled') {
        const message = '账号已停用，请先启用。 / The account is disabled; enable it first.'
        throw new DomainError('accountInvalid', message, [{ pointer: '/param/id', code: 'accountDisabled', message }])
      }
      return this.#renewLink(act, account)
    })
  }

  /** Takes away the second factor its owner has lost, and ends the account's sessions. */
  async resetSecondFactor(actor: Actor, id: string): Promise<void> {
    await this.#refuseOwn(actor, 'resetSecondFactor', id)
    await this.#do(actor, 'resetSecondFactor', async act => {
      const before = await read(act.trx, id)
      await removeSecondFactor(act.trx, id, act.at)
      await dropPending(act.trx, id)
      await endSessions(act.trx, id)
      await appendAudit(act.trx, { ...act, subject: subjectOf(id), before, after: await read(act.trx, id) })
    })
    this.#deps.forget(id)
  }

  #do<T>(actor: Actor, operation: string, work: (act: Act) => Promise<T>): Promise<T> {
    const at = instantOf(this.#deps.clock)
    return this.#deps.db.transaction().execute(trx => work({ trx, at, actor, operation }))
  }

  async #insert(act: Act, wanted: NewAccount) {
    if ((await findAccountByUsername(act.trx, wanted.username)) !== null) {
      throw new DomainError('usernameTaken', `用户名 ${wanted.username} 已被使用。 / The user name is taken.`)
    }
    await insertAccount(act.trx, wanted, act.at)
    const account = await read(act.trx, wanted.id)
    const setUpLink = await this.#link(act, account.id)
    const after = { ...account, setUpLinkExpiresAt: setUpLink.expiresAt }
    await appendAudit(act.trx, { ...act, subject: subjectOf(account.id), after })
    return { account, setUpLink, isNew: true }
  }

  /** Asked the same again while nobody has used the link, which is not kept: another one. */
  async #repeat(act: Act, stored: Account, wanted: NewAccount) {
    if (stored.state !== 'invited' || !isSameAccount(stored, wanted)) {
      const message = '同一编号的账号内容不同，或已启用。 / The account with this id is another one or already in use.'
      throw new DomainError('accountConflict', message, { current: stored })
    }
    const setUpLink = await this.#renewLink({ ...act, operation: 'makeSetUpLink' }, stored)
    return { account: stored, setUpLink, isNew: false }
  }

  async #renewLink(act: Act, account: Account): Promise<MadeLink> {
    const link = await this.#link(act, account.id)
    const after = { ...account, setUpLinkExpiresAt: link.expiresAt }
    await appendAudit(act.trx, { ...act, subject: subjectOf(account.id), before: account, after })
    return link
  }

  #link({ trx, at }: Act, accountId: string): Promise<MadeLink> {
    const { publicOrigin } = this.#deps.site
    return makeLink(trx, { accountId, nowMs: Date.parse(at), publicOrigin })
  }

  async #update(act: Act, before: Account, change: ChangeAccount): Promise<Account> {
    const rights = changedRights(before, change)
    const wasDisabled = before.state === 'disabled'
    const wanted = { ...rights, name: change.name ?? before.name, disabled: change.disabled ?? wasDisabled }
    const endsSessions = !sameRights(before, rights) || wanted.disabled !== wasDisabled
    if (!endsSessions && wanted.name === before.name) return before
    // An account whose county has left the plan may still be disabled or renamed.
    if (!sameRights(before, rights)) this.#refuseFaulty(rights)
    if (!(await updateAccount(act.trx, before, wanted, act.at))) throw stale(await read(act.trx, before.id))
    if (endsSessions) await endSessions(act.trx, before.id)
    if (wanted.disabled) await voidLinks(act.trx, before.id)
    const after = await read(act.trx, before.id)
    await appendAudit(act.trx, { ...act, subject: subjectOf(before.id), before, after })
    return after
  }

  #refuseFaulty(rights: Rights): void {
    const faults = faultsOfRights(rights, this.#deps.counties())
    if (faults.length === 0) return
    throw new DomainError('accountInvalid', faults.map(({ message }) => message).join(' '), { faults })
  }

  /** Nobody changes their own rights; that it was tried is written down. */
  async #refuseOwn(actor: Actor, operation: string, id: string): Promise<void> {
    if (actor.accountId !== id) return
    const subject = subjectOf(id)
    await this.#do(actor, operation, act => appendAudit(act.trx, { ...act, outcome: 'refused', subject }))
    throw new DomainError('ownRights', '不能在这里修改自己的账号。 / Nobody changes their own account here.')
  }
}
