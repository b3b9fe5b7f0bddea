import type { Actor } from '../store/append-audit.ts'
import type { RequestEnv } from './request-env.ts'

/** Whoever asks, as an audit row names them. */
export const actorOf = ({ viewer, address, requestId }: RequestEnv): Actor => ({
  accountId: viewer.accountId,
  username: viewer.username,
  role: viewer.role ?? (viewer.principal === 'wall' ? 'wall' : null),
  county: viewer.county,
  address,
  requestId,
})
