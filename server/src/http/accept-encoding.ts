import { LruCache } from '../lib/lru-cache.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

function weightOf(part: string): { name: string; weight: number } {
  const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
  const q = parameters.find(parameter => parameter.startsWith('q='))
  return { name, weight: q === undefined ? 1 : Number(q.slice(2)) || 0 }
}

function choose(header: string): Encoding {
  const weights = new Map(header.split(',').map(part => Object.values(weightOf(part)) as [string, number]))
  const accepts = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : 'identity'
}

/** Clients send a handful of different headers: each is parsed once. */
const known = new LruCache<string, Encoding>(100)

/** The densest encoding a client takes. */
export function preferredEncoding(header: string | null): Encoding {
  if (header === null || header === '') return 'identity'
  const kept = known.get(header)
  if (kept) return kept
  const chosen = choose(header)
  known.set(header, chosen)
  return chosen
}
