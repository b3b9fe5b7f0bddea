import type { OperationId } from '@lvliang/shared/accounts/access'
import { problem } from '../http/problem.ts'
import { clientAddress, isRelayed, type TrustedProxies } from './client-address.ts'
import type { Decide } from './decide.ts'
import { type Connection, isSecure, type RequestEnv } from './request-env.ts'
import { refuseCrossSite } from './same-site.ts'
import type { Site } from './site.ts'
import { seenBy, type Viewer } from './viewer.ts'

export interface GateDeps {
  site: Site
  trustedProxies: TrustedProxies
  decide: Decide
  /** Who sends these cookies; a promise only where the store must be asked. */
  viewerOf(cookies: string | null, secure: boolean): Viewer | Promise<Viewer>
  /** An answer at hand for those who see what `seen` names, if the operation it belongs to is open to them. */
  ready(request: Request, seen: string, isOpen: (operation: OperationId) => boolean): Response | undefined
  route(request: Request, env: RequestEnv): Promise<Response>
}

/** The host of an absolute address, as it is written: reading the whole of it takes longer. */
function hostOf(url: string): string {
  const start = url.indexOf('//') + 2
  const end = url.indexOf('/', start)
  return (end === -1 ? url.slice(start) : url.slice(start, end)).toLowerCase()
}

/** What every request goes through first: the name it was asked under, the site it comes from, who asks. */
export function createGate({ site, trustedProxies, decide, viewerOf, ready, route }: GateDeps) {
  function admit(request: Request, env: RequestEnv, connection: Connection): Response | Promise<Response> {
    connection.env = env
    const isOpen = (operation: OperationId) => decide(operation, env.viewer, false) === null
    return ready(request, seenBy(env.viewer), isOpen) ?? route(request, env)
  }

  return (request: Request, connection: Connection = {}): Response | Promise<Response> => {
    const host = hostOf(request.url)
    const origin = site.originOf(host)
    if (origin === null) {
      return problem({ code: 'hostRefused', detail: `不以此名称提供服务：${host}。 / Not served as ${host}.` })
    }
    const foreign = refuseCrossSite(request, origin)
    if (foreign) return foreign
    const address = clientAddress(connection.remoteAddress, request.headers.get('x-forwarded-for'), trustedProxies)
    const admitAs = (viewer: Viewer) =>
      admit(
        request,
        {
          viewer,
          address,
          requestId: connection.requestId ?? '',
          origin,
          isRelayed: () => isRelayed(request.headers),
          hangUp: connection.hangUp,
        },
        connection,
      )
    const viewer = viewerOf(request.headers.get('cookie'), isSecure({ origin }))
    return viewer instanceof Promise ? viewer.then(admitAs) : admitAs(viewer)
  }
}
