import { parseArgs } from 'node:util'
import { countyCodeSchema, createAccountSchema, usernameSchema } from '@lvliang/shared/accounts/account.schema'
import { ROLES, type Role, roleSchema } from '@lvliang/shared/accounts/role'

/** A command line that cannot be followed. */
export class UsageError extends Error {}

const USAGE = `用法 usage:
  npm run account -- create --role ROLE [--county CODE] --username NAME [--name 显示名] [--finance]
  npm run account -- list
  npm run account -- disable|enable|reset|reset-second-factor --username NAME
  （加 --demo 用于演示数据 / --demo: the demonstration instead of live data）
  ROLE: ${ROLES.join(' | ')}
  CODE: 六位代码，county 与 inspector 必填 / six digits, needed for county and inspector
  reset: 新的设置链接，用后替换密码 / a new set-up link; used, it replaces the password`

/** What is done to one account that is there already. */
const ACTS_ON_ONE = ['disable', 'enable', 'reset', 'reset-second-factor'] as const
export type ActOnOne = (typeof ACTS_ON_ONE)[number]

interface CreateOptions {
  act: 'create'
  username: string
  name: string
  role: Role
  county: string | null
  finance: boolean
}

export type AccountOptions = { demonstration: boolean } & (
  | CreateOptions
  | { act: 'list' }
  | { act: ActOnOne; username: string }
)

const DEMO = { demo: { type: 'boolean', default: false } } as const
const ONE = { ...DEMO, username: { type: 'string' } } as const
const NEW = {
  ...ONE,
  role: { type: 'string' },
  county: { type: 'string' },
  name: { type: 'string' },
  finance: { type: 'boolean', default: false },
} as const

const wrong = (what: string) => new UsageError(`${what}\n${USAGE}`)

/** What the command line asks for, or a {@link UsageError} saying what is wrong with it. */
export function parseAccountOptions([act, ...args]: string[]): AccountOptions {
  if (act === 'create') return parseCreate(args)
  if (act === 'list') return { act, demonstration: read(() => parseArgs({ args, options: DEMO })).values.demo }
  const known = ACTS_ON_ONE.find(each => each === act)
  if (known === undefined)
    throw wrong(act === undefined ? '需要一个动作 / an action is needed' : `${act}: 没有这个动作 / no such action`)
  const { demo, username } = read(() => parseArgs({ args, options: ONE })).values
  return { act: known, demonstration: demo, username: needed(username, '--username') }
}

function parseCreate(args: string[]): AccountOptions {
  const { values } = read(() => parseArgs({ args, options: NEW }))
  const username = valid(usernameSchema, needed(values.username, '--username'), '--username', USERNAME)
  const { name } = createAccountSchema.shape
  return {
    act: 'create',
    demonstration: values.demo,
    username,
    name: values.name === undefined ? username : valid(name, values.name, '--name', '1–60 字 / 1–60 characters'),
    role: valid(roleSchema, needed(values.role, '--role'), '--role', ROLES.join(' | ')),
    county:
      values.county === undefined ? null : valid(countyCodeSchema, values.county, '--county', '六位代码 / six digits'),
    finance: values.finance,
  }
}

const USERNAME =
  '3–30 个字母、数字或 . _ -，不能是 console、system / 3–30 letters, digits or . _ -, not console or system'

function read<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw wrong((error as Error).message)
  }
}

function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value
  throw wrong(`缺少 ${option} / ${option} is missing`)
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

function valid<T>(schema: Schema<T>, value: string, option: string, right: string): T {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  throw wrong(`${option} “${value}”：应为 / should be: ${right}`)
}
