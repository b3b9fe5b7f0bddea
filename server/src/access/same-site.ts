import { problem } from '../http/problem.ts'

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Bodies a page elsewhere can send without asking first. */
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i

function whyForeign(headers: Headers, origin: string): string | null {
  const from = headers.get('origin')
  if (from === null) return '缺少 Origin。 / Origin is missing.'
  if (from !== origin) return `来源不符，应为 ${origin}。 / The origin is not ${origin}.`
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return '跨站请求。 / Sent from another site.'
  if (FORM_TYPES.test(headers.get('content-type') ?? '')) return '不接受表单。 / Forms are not taken.'
  return null
}

/** Refuses what would change something unless it comes from this very origin. */
export function refuseCrossSite(request: Request, origin: string): Response | undefined {
  if (SAFE_METHODS.has(request.method)) return undefined
  const why = whyForeign(request.headers, origin)
  return why === null ? undefined : problem({ code: 'crossSite', detail: why })
}
