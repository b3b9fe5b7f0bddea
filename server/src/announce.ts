import type { Accounts } from './accounts/accounts.ts'
import type { Addresses } from './addresses.ts'
import type { Config } from './config.ts'
import { log } from './http/log.ts'

const say = (line: string) => console.log(line)

/** Says to people and to the log where the server is found. */
export function announce(addresses: Addresses, demonstration: boolean): void {
  const [origin, ...others] = addresses.all()
  say(`${origin}  ${demonstration ? '演示数据（虚构） / demonstration data' : '正式数据 / live data'}`)
  for (const other of others) say(other)
  log().info({ addresses: addresses.all(), demonstration, pid: process.pid, node: process.version }, 'started')
}

/** What a deployment works without, but badly. */
export function announceOversights({ publicUrl, tls, trustedProxies }: Config): void {
  if (!publicUrl?.startsWith('https:') || tls !== null || !trustedProxies.isEmpty) return
  say('未设置 TRUSTED_PROXIES：所有访问者将被视为来自代理的同一地址，一人试错密码会锁住所有人。')
  say('TRUSTED_PROXIES is not set: every visitor counts as the proxy, and one who guesses passwords locks out all.')
  log().warn('TRUSTED_PROXIES is not set')
}

/** Where there is nobody yet, whoever starts the program is shown how to become the first; nobody else is. */
export async function announceFirstLink(accounts: Accounts): Promise<void> {
  const link = await accounts.firstSetUpLink()
  if (link === null) return
  say('尚无账号。请在 24 小时内打开此一次性链接，设置系统管理员： / No accounts yet. Open this one-time link within')
  say('24 hours to set up the system administrator:')
  say(link.url)
}
