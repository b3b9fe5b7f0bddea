import { join } from 'node:path'
import { z } from 'zod'
import { isLoopback, parseTrustedProxies } from './access/client-address.ts'
import { DomainError } from './errors.ts'
import { LOG_LEVELS } from './http/log.ts'
import { PATHS } from './paths.ts'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

const notNull = <T>(value: T | null, context: z.RefinementCtx): T => {
  if (value !== null) return value
  context.addIssue({ code: 'custom', message: 'unreadable' })
  return z.NEVER
}

/** An origin and nothing more: links are made by appending to it. */
function originOf(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare && /^https?:$/.test(url.protocol) ? url : null
}

function timeOfDay(text: string) {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hour === undefined ? null : { hour: Number(hour), minute: Number(minute) }
}

/** Every variable: how it is read, and what it should be, for whoever gave another. */
const VARIABLES = {
  PORT: [wholeNumber(0, 65_535).default(3000), '0 到 65535 的整数', 'a whole number from 0 to 65535'],
  HOST: [
    z
      .string()
      .regex(/^[\w.:-]{1,255}$/)
      .default('127.0.0.1'),
    '要监听的地址',
    'the address to listen on',
  ],
  DATA_DIR: [z.string().default(PATHS.data), '数据目录', 'a folder'],
  PUBLIC_URL: [
    z
      .string()
      .transform((text, context) => notNull(originOf(text), context))
      .optional(),
    '形如 https://board.example 的网址，不带路径',
    'an address like https://board.example, without a path',
  ],
  TLS_CERT: [z.string().optional(), 'PEM 证书文件', 'a PEM file of the certificate'],
  TLS_KEY: [z.string().optional(), 'PEM 私钥文件', 'a PEM file of the private key'],
  TRUSTED_PROXIES: [
    z
      .string()
      .default('')
      .transform((text, context) => notNull(parseTrustedProxies(text), context)),
    '以逗号分隔的 IP 地址或网段',
    'IP addresses or networks, parted by commas',
  ],
  METRICS_TOKEN: [
    z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .optional(),
    '至少 16 个字符',
    '16 characters or more',
  ],
  DEMO_LAN: [
    z
      .enum(['0', '1'])
      .default('0')
      .transform(text => text === '1'),
    '0 或 1',
    '0 or 1',
  ],
  LOG_LEVEL: [z.enum(LOG_LEVELS).default('info'), LOG_LEVELS.join('、'), LOG_LEVELS.join(', ')],
  SESSION_IDLE_MINUTES: [wholeNumber(1, 24 * 60).default(30), '1 到 1440 的整数', 'a whole number from 1 to 1440'],
  SESSION_HOURS: [wholeNumber(1, 24 * 30).default(12), '1 到 720 的整数', 'a whole number from 1 to 720'],
  BACKUP_AT: [
    z
      .string()
      .default('03:30')
      .transform((text, context) => (text === 'off' ? null : notNull(timeOfDay(text), context))),
    '形如 03:30 的北京时间，或 off',
    'a time in Shanghai like 03:30, or off',
  ],
  BACKUP_DIR: [z.string().optional(), '存放备份的目录', 'a folder for the backups'],
  AUTH_SECRET: [z.string().min(32).optional(), '至少 32 个字符', '32 characters or more'],
} as const satisfies Record<string, readonly [z.ZodType, string, string]>

type Variables = typeof VARIABLES
type Values = { [name in keyof Variables]: z.output<Variables[name][0]> }
type Env = Readonly<Record<string, string | undefined>>

const refused = (lines: readonly string[]) => new DomainError('settingRefused', lines.join('\n'))

function readValues(env: Env): Values {
  const read = Object.entries(VARIABLES).map(([name, [schema, zh, en]]) => {
    // A variable set to nothing is one that is not set.
    const { success, data } = (schema as z.ZodType).safeParse(env[name]?.trim() || undefined)
    return { name, data, problem: success ? null : `${name} 应为${zh}。 / ${name} must be ${en}.` }
  })
  const problems = read.flatMap(({ problem }) => problem ?? [])
  if (problems.length > 0) throw refused(problems)
  return Object.fromEntries(read.map(({ name, data }) => [name, data])) as Values
}

/** What makes no sense together, whatever is served. */
function contradictionIn({ HOST, PUBLIC_URL, TLS_CERT, TLS_KEY, DEMO_LAN }: Values): string | null {
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) {
    return 'TLS_CERT 与 TLS_KEY 须同时设置。 / TLS_CERT and TLS_KEY go together.'
  }
  if (TLS_CERT !== undefined && PUBLIC_URL?.protocol === 'http:') {
    return '设置了 TLS_CERT，PUBLIC_URL 须为 https。 / With TLS_CERT, PUBLIC_URL must be https.'
  }
  if (PUBLIC_URL?.protocol === 'http:' && !isLoopback(PUBLIC_URL.hostname) && !DEMO_LAN) {
    return 'PUBLIC_URL 在本机以外须为 https。 / Beyond this machine PUBLIC_URL must be https.'
  }
  if (!isLoopback(HOST) && PUBLIC_URL === undefined && !DEMO_LAN) {
    return (
      `HOST 为 ${HOST}，在本机以外可达：须设置 PUBLIC_URL=https://…；演示数据也可设置 DEMO_LAN=1。 / ` +
      `HOST ${HOST} is reached from beyond this machine: set PUBLIC_URL=https://…, or DEMO_LAN=1 for the demonstration.`
    )
  }
  return null
}

/** What the environment says, read once at the start. Throws `settingRefused` naming every value that is wrong. */
export function readConfig(env: Env) {
  const values = readValues(env)
  const contradiction = contradictionIn(values)
  if (contradiction !== null) throw refused([contradiction])
  const { TLS_CERT: cert, TLS_KEY: key } = values
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    publicUrl: values.PUBLIC_URL?.origin ?? null,
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    trustedProxies: values.TRUSTED_PROXIES,
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
    /** Null: no daily backup. */
    backupAt: values.BACKUP_AT,
    backupDir: values.BACKUP_DIR ?? join(values.DATA_DIR, 'backups'),
    accounts: {
      idleMinutes: values.SESSION_IDLE_MINUTES,
      sessionHours: values.SESSION_HOURS,
      demoLan: values.DEMO_LAN,
      secret: values.AUTH_SECRET,
    },
  }
}
export type Config = ReturnType<typeof readConfig>

/** Real people's data leave this machine encrypted or not at all. */
export function refuseBareLiveData({ host, publicUrl }: Config): void {
  if (publicUrl?.startsWith('https:')) return
  if (isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))) return
  throw refused([
    '正式数据在本机以外只以 https 提供：设置 PUBLIC_URL=https://…，并设置 TLS_CERT、TLS_KEY 或使用反向代理。 / ' +
      'Beyond this machine live data are served by https alone: set PUBLIC_URL=https://…, ' +
      'with TLS_CERT and TLS_KEY or behind a reverse proxy.',
  ])
}
