import { problem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD'])
/** Names under which the loopback address is asked for; any other is a page elsewhere, rebound to this machine. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What is turned away before routing: another host's name, and anything that would write. */
export function refuseForeign(request: Request): Response | undefined {
  const { hostname } = new URL(request.url)
  if (!LOOPBACK.has(hostname)) {
    return problem({ code: 'hostRefused', detail: `不以此名称提供服务：${hostname}。 / Not served as ${hostname}.` })
  }
  if (SAFE.has(request.method)) return undefined
  return problem({
    code: 'methodNotAllowed',
    detail: '目前只读，仅支持 GET 与 HEAD。 / Read-only for now: GET and HEAD alone.',
    headers: { allow: 'GET, HEAD' },
  })
}
