import type { Account, MadeLink } from '@lvliang/shared/accounts/account.schema'

const BEIJING_MS = 8 * 3_600_000
const beijingTime = (instant: string) =>
  new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ')

/** What a console says of a one-time link. */
export const linkLines = ({ url, expiresAt }: MadeLink): string[] => [
  '设置链接，只显示这一次，只能用一次 / Set-up link, shown this once, works once:',
  `  ${url}`,
  ...(expiresAt === null ? [] : [`有效期至 valid until ${beijingTime(expiresAt)} (UTC+8)`]),
]

const TITLES = ['username', 'name', 'role', 'county', 'finance', 'state', 'secondFactor', 'lastSignIn(UTC+8)']

function columnsOf(account: Account): string[] {
  const { username, name, role, county, finance, state, secondFactor, lastSignInAt } = account
  const yes = (truth: boolean) => (truth ? 'yes' : '-')
  const last = lastSignInAt === null ? '-' : beijingTime(lastSignInAt)
  return [username, name, role, county ?? '-', yes(finance), state, yes(secondFactor), last]
}

/** One account a line, the columns parted by tabs. */
export const accountLines = (accounts: readonly Account[]): string[] =>
  [TITLES, ...accounts.map(columnsOf)].map(columns => columns.join('\t'))
