import type { Account } from '@lvliang/shared/accounts/account.schema'
import {
  type DemonstrationAccount,
  demonstrationAccount,
  demonstrationInspectors,
} from '@lvliang/shared/accounts/demonstration-accounts'
import { ROLES_WITH_COUNTY, ROLES_WITH_FINANCE, type Role } from '@lvliang/shared/accounts/role'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { RequestEnv } from '../access/request-env.ts'
import type { Trx } from '../db/tables.ts'
import { DomainError } from '../errors.ts'
import { instantOf } from '../ledger/times.ts'
import { appendAudit, SYSTEM } from '../store/append-audit.ts'
import { sameRights } from './admin/account-rules.ts'
import { findAccountByUsername, insertAccount, type NewAccount, updateAccount } from './admin/accounts.repo.ts'
import type { AccountsContext } from './context.ts'
import { actorOfAccount, markSignedIn } from './credential.repo.ts'
import { endSessions } from './sessions.repo.ts'
import type { BegunSession } from './sessions.ts'

type County = PlanFile['counties'][number]

type Context = Pick<AccountsContext, 'db' | 'clock' | 'auth' | 'sessions' | 'cache' | 'plan'>

interface Found {
  account: NewAccount
  /** What the account had been made into; null: nothing else. */
  putBack: Account | null
}

/** Signs in to the demonstration as a role, whose account is made when it is first asked for. */
export class Demonstration {
  readonly #context: Context
  /** Whether one-click roles are offered to whoever asks from there. */
  readonly #isOffered: (env: RequestEnv) => boolean

  constructor(context: Context, isOffered: (env: RequestEnv) => boolean) {
    this.#context = context
    this.#isOffered = isOffered
  }

  async signIn(
    env: RequestEnv,
    asked: { role: Role; county?: string | undefined; userAgent: string },
  ): Promise<BegunSession> {
    const { db, clock, auth, sessions, cache } = this.#context
    if (!this.#isOffered(env)) throw demonstrationOnly()
    const county = this.#countyFor(asked.role, asked.county)
    const at = instantOf(clock)
    await auth()
    const { session, putBack } = await db.transaction().execute(async trx => {
      const { account, putBack } = await this.#account(trx, asked.role, county, at)
      const device = { address: env.address, userAgent: asked.userAgent }
      const session = await sessions.begin(trx, { accountId: account.id, role: account.role, device })
      await markSignedIn(trx, account.id, at)
      const actor = actorOfAccount(account, env)
      const act = { at, actor, operation: 'signInToDemonstration', subject: `account/${account.id}` }
      await appendAudit(trx, putBack === null ? act : { ...act, before: putBack, after: account })
      return { session, putBack }
    })
    if (putBack !== null) cache.forget(putBack.id)
    return session
  }

  /** Makes the accounts that a visit may name, where they are absent. */
  async prepare(): Promise<void> {
    const { db, clock } = this.#context
    const at = instantOf(clock)
    await db.transaction().execute(async trx => {
      for (const account of demonstrationInspectors().map(accountOf)) {
        if (await findAccountByUsername(trx, account.username)) continue
        await insertAccount(trx, account, at)
        const act = { at, actor: SYSTEM, operation: 'createAccount', subject: `account/${account.id}` }
        await appendAudit(trx, { ...act, after: account })
      }
    })
  }

  #countyFor(role: Role, code: string | undefined): County | null {
    if (!ROLES_WITH_COUNTY.includes(role)) return null
    const counties = this.#context.plan().counties
    const county = code === undefined ? counties[0] : counties.find(each => each.code === code)
    if (county) return county
    throw new DomainError('accountInvalid', `没有这个县（市、区）：${code}。 / There is no county ${code}.`, [
      { pointer: '/json/county', code: 'countyUnknown', message: `${code}` },
    ])
  }

  /** The account of a role, made when absent, and put back as it was where somebody changed it. */
  async #account(trx: Trx, role: Role, county: County | null, at: string): Promise<Found> {
    const wanted = accountOf(demonstrationAccount(role, county?.code ?? null))
    const found = await findAccountByUsername(trx, wanted.username)
    const account = { ...wanted, id: found?.id ?? wanted.id }
    if (found === null) await insertAccount(trx, account, at)
    if (found === null || isAsItWas(found, account)) return { account, putBack: null }
    await updateAccount(trx, found, { ...wanted, disabled: false }, at)
    // Begun with other rights.
    await endSessions(trx, found.id)
    return { account, putBack: found }
  }
}

const accountOf = (account: DemonstrationAccount): NewAccount => ({
  ...account,
  finance: ROLES_WITH_FINANCE.includes(account.role),
})

const isAsItWas = (found: Account, wanted: NewAccount) =>
  found.state !== 'disabled' && found.name === wanted.name && sameRights(found, wanted)

const demonstrationOnly = () =>
  new DomainError(
    'demonstrationOnly',
    '一键登录只用于演示，且只在本机提供。 / One-click roles are for the demonstration, on this machine alone.',
  )
