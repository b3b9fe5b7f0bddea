import { canonicalJson } from '../audit/canonical-json.ts'
import type { CentreFacts } from './record.schema.ts'

/** Planned days stand apart: each is stated by itself. */
type Facts = Partial<Omit<CentreFacts, 'planned'>>

/** A fact never stated and a fact withdrawn are the same: there is none. Population and position are one value each. */
const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** The facts `side` states otherwise than `base`: what a form sends. */
export function changedFacts(base: Facts, side: Facts): Facts {
  const isChanged = ([field, value]: [string, unknown]) =>
    value !== undefined && !isSame(value, base[field as keyof Facts])
  return Object.fromEntries(Object.entries(side).filter(isChanged))
}
