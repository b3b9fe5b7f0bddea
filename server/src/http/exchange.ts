import type { OperationId } from '@lvliang/shared/accounts/access'
import { clientAddress, type TrustedProxies } from '../access/client-address.ts'
import type { Connection } from '../access/request-env.ts'
import { SAFE_METHODS } from '../access/same-site.ts'
import { count } from './counters.ts'
import { log } from './log.ts'

/** One request and what is known of it so far. */
export interface Exchange extends Connection {
  readonly requestId: string
  readonly method: string
  readonly url: string
  readonly forwardedFor: string | null
  readonly startedMs: number
}

const LONGEST_PATH = 300
const CLASSES = ['', '1xx', '2xx', '3xx', '4xx', '5xx']
const SIGN_INS: ReadonlySet<OperationId | undefined> = new Set(['signIn', 'signInToDemonstration', 'setUp'])

/** The address asked for, without the query: that may name people. */
const pathOf = (url: string): string => (url.split(/[?#]/, 1)[0] ?? '').slice(0, LONGEST_PATH)

function levelOf(method: string, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 400) return 'warn'
  return SAFE_METHODS.has(method) ? 'debug' : 'info'
}

/** Counts an answer and writes its line, once its status is known. */
export function noteAnswer(exchange: Exchange, status: number, trusted: TrustedProxies): void {
  const { env, method } = exchange
  count('requests', CLASSES[Math.trunc(status / 100)] ?? '')
  if (status < 300 && SIGN_INS.has(env?.operation)) count('signIns', 'done')
  const level = levelOf(method, status)
  if (!log().isLevelEnabled(level)) return
  const line = {
    requestId: exchange.requestId,
    method,
    path: pathOf(exchange.url),
    operation: env?.operation,
    status,
    ms: Math.round((performance.now() - exchange.startedMs) * 10) / 10,
    address: env?.address ?? clientAddress(exchange.remoteAddress, exchange.forwardedFor, trusted),
    accountId: env?.viewer.accountId ?? undefined,
  }
  log()[level](line, 'answered')
}
