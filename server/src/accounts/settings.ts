import { DomainError } from '../errors.ts'

/** What a deployment may set about accounts. */
export interface AccountSettings {
  /** After so many minutes without a request a session ends. */
  idleMinutes: number
  /** After so many hours it ends whatever is done. */
  sessionHours: number
  /** The demonstration's one-click roles are offered beyond this machine, too. */
  demoLan: boolean
  /** The key to sign and encrypt with; undefined: one is kept in the data folder. */
  secret?: string | undefined
}

export const DEFAULT_SETTINGS: AccountSettings = { idleMinutes: 30, sessionHours: 12, demoLan: false }

type Env = Readonly<Record<string, string | undefined>>

function wholeNumber(env: Env, name: string, most: number, byDefault: number): number {
  const text = env[name]
  if (text === undefined || text === '') return byDefault
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= most) return number
  throw new DomainError(
    'settingRefused',
    `${name} 应为 1 到 ${most} 的整数。 / ${name} must be a whole number from 1 to ${most}.`,
  )
}

/** Reads the settings; throws `settingRefused` where one makes no sense. */
export const readAccountSettings = (env: Env): AccountSettings => ({
  idleMinutes: wholeNumber(env, 'SESSION_IDLE_MINUTES', 24 * 60, DEFAULT_SETTINGS.idleMinutes),
  sessionHours: wholeNumber(env, 'SESSION_HOURS', 24 * 30, DEFAULT_SETTINGS.sessionHours),
  demoLan: env.DEMO_LAN === '1',
  secret: env.AUTH_SECRET,
})
