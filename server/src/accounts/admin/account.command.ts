import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Account } from '@lvliang/shared/accounts/account.schema'
import { createSite } from '../../access/site.ts'
import { type Config, readConfig } from '../../config.ts'
import { finishSwap } from '../../db/folder-swap.ts'
import { openStore, openStoreForReading, type Store, storeExists } from '../../db/open.ts'
import { DomainError } from '../../errors.ts'
import { versionTag } from '../../http/if-match.ts'
import { systemClock } from '../../ledger/times.ts'
import { CONSOLE } from '../../store/append-audit.ts'
import { findProgramme } from '../../store/programme.repo.ts'
import { accountLines, linkLines } from './account-lines.ts'
import { type AccountOptions, type ActOnOne, parseAccountOptions, UsageError } from './account-options.ts'
import { findAccountByUsername, listAccounts } from './accounts.repo.ts'
import { AccountAdministration } from './accounts.service.ts'

type Act = Exclude<AccountOptions, { act: 'list' }>

const MOST_LISTED = 100_000

const nothingLoaded = (folder: string, demonstration: boolean) =>
  new DomainError(
    'storeEmpty',
    demonstration
      ? `${folder} 中还没有演示数据：请先运行 npm start -- --demo。 / ` +
          'There is no demonstration yet: run npm start -- --demo first.'
      : `${folder} 中还没有数据：请先载入登记表（npm run load -- FILE），再建账号。 / ` +
          'Nothing has been loaded yet: load the register (npm run load -- FILE), then make accounts.',
  )

async function openAdministration(store: Store, { publicUrl, tls, port }: Config, demonstration: boolean) {
  const programme = await findProgramme(store.db)
  if (programme === null) throw nothingLoaded(store.folder, demonstration)
  const localOrigin = () => `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`
  return new AccountAdministration({
    db: store.db,
    clock: systemClock,
    site: createSite({ publicUrl, tls: tls !== null, localOrigin }),
    counties: () => programme.plan.counties.map(({ code }) => code),
    // No server runs while this process may write.
    forget: () => {},
  })
}

async function find(store: Store, username: string): Promise<Account> {
  const account = await findAccountByUsername(store.db, username)
  if (account !== null) return account
  throw new DomainError('accountUnknown', `没有用户名为 ${username} 的账号。 / There is no account ${username}.`)
}

/** Does what was asked and says so, a line an item. */
async function run(accounts: AccountAdministration, store: Store, options: Act): Promise<string[]> {
  if (options.act !== 'create') return changeOne(accounts, await find(store, options.username), options.act)
  const { username, name, role, county, finance } = options
  const { account, setUpLink } = await accounts.create(CONSOLE, {
    id: randomUUID(),
    username,
    name,
    role,
    county,
    finance,
  })
  return [
    `已建账号 / Made the account: ${account.username} (${role}${county ? ` ${county}` : ''})`,
    ...linkLines(setUpLink),
  ]
}

async function changeOne(accounts: AccountAdministration, account: Account, act: ActOnOne): Promise<string[]> {
  const { id, username, version } = account
  if (act === 'reset') return linkLines(await accounts.makeSetUpLink(CONSOLE, id))
  if (act === 'reset-second-factor') {
    await accounts.resetSecondFactor(CONSOLE, id)
    return [`${username}：已取消二次验证 / second factor taken away`]
  }
  const disabled = act === 'disable'
  await accounts.change(CONSOLE, id, { ifMatch: versionTag(version), change: { disabled } })
  return [`${username}：${disabled ? '已停用 / disabled' : '已启用 / enabled'}`]
}

/** Beside whoever writes: a list changes nothing. */
async function list(folder: string): Promise<string[]> {
  const store = await openStoreForReading(folder)
  try {
    return accountLines(await listAccounts(store.db, {}, { after: null, limit: MOST_LISTED }))
  } finally {
    await store.close()
  }
}

async function main(args: string[]): Promise<string[]> {
  const options = parseAccountOptions(args)
  const config = readConfig(process.env)
  finishSwap(config.dataDir)
  const folder = join(config.dataDir, options.demonstration ? 'demo' : 'live')
  if (!storeExists(folder)) throw nothingLoaded(folder, options.demonstration)
  if (options.act === 'list') return list(folder)
  const store = await openStore(folder)
  try {
    return await run(await openAdministration(store, config, options.demonstration), store, options)
  } finally {
    await store.close()
  }
}

/** Why nothing was done; undefined for what nobody foresaw. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof DomainError)) return undefined
  return error.code === 'storeLocked'
    ? `${error.message}\n服务运行时，请用网页上的“账号管理”页面。 / While the server runs, use its accounts page.`
    : error.message
}

try {
  for (const line of await main(process.argv.slice(2))) console.log(line)
} catch (error) {
  console.error(reasonOf(error) ?? error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
