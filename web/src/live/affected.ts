import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'

type Key = readonly unknown[]
type Says = Pick<LiveEvent, 'type' | 'code' | 'county'>

/** What no entry changes: who one is, the map, the villages there are, what is administered and audited. */
const LASTING: ReadonlySet<unknown> = new Set([
  'me',
  'sign-in-options',
  'plan',
  'map',
  'villages',
  'accounts',
  'wall-links',
  'sessions',
  'audit',
])

/** Numbers over centres and counties: photos and documents do not change them. */
const NUMBERS: ReadonlySet<unknown> = new Set(['summary', 'changes', 'progress-curve'])

/** Whether a list or sum that is filtered reaches a county. */
function reaches(params: unknown, county: string): boolean {
  const filter = (params as { county?: string } | undefined)?.county
  return !filter || filter.split(',').includes(county)
}

function isCentreAffected([, what, which]: Key, { type, code, county }: Says): boolean {
  if (what === 'one') return which === code
  return type === 'centre' && reaches(which, county)
}

/** Whether a query's answer may be another after a change. One that is not known here is read anew. */
export function isAffected(key: Key, event: Says): boolean {
  const [name, which] = key
  if (LASTING.has(name)) return false
  if (NUMBERS.has(name)) return event.type !== 'evidence' && reaches(which, event.county)
  if (name === 'centres') return isCentreAffected(key, event)
  if (name === 'county') return which === event.county
  return true
}

/** Whether a query may show photos or documents, of which whoever was away is not told. */
export const mayShowEvidence = ([name, what]: Key): boolean =>
  !LASTING.has(name) && !NUMBERS.has(name) && (name !== 'centres' || what === 'one')

/** Whether a query is read anew where it is not known what changed; the plan itself may have. */
export const isAffectedByAnything = ([name]: Key): boolean => name === 'plan' || !LASTING.has(name)
