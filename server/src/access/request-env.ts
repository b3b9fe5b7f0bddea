import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Viewer } from './viewer.ts'

/** How a request reached the process. */
export interface Connection {
  remoteAddress?: string | undefined
  requestId?: string | undefined
  /** Breaks the connection off, whatever is still to be sent. */
  hangUp?: (() => void) | undefined
  /** What the gate found out about it, for the log. */
  env?: RequestEnv
}

/** What the gate knows of a request; handlers find it in `c.env`. */
export interface RequestEnv {
  viewer: Viewer
  /** Where the request comes from, behind trusted proxies too. */
  address: string
  requestId: string
  /** The origin this request was made to, e.g. `https://board.example`. */
  origin: string
  /** Whether a proxy passed it on, trusted or not. */
  isRelayed?: () => boolean
  /** Breaks the connection off, whatever is still to be sent. */
  hangUp?: (() => void) | undefined
  /** What is asked for, once a route is found. */
  operation?: OperationId
  /** Refuses what only the content of the request tells: an operation the table does not give, or another's county. */
  permit?: (operation: OperationId, county: string) => Promise<void>
}

/** Whether a request came by https, as far as its sender sees. */
export const isSecure = ({ origin }: Pick<RequestEnv, 'origin'>): boolean => origin.startsWith('https:')

/** What every route of this server works with. */
export interface AppEnv {
  Bindings: RequestEnv
}
