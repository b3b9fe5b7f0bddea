import { canonicalJson } from '../audit/canonical-json.ts'
import type { CentreFacts } from './record.schema.ts'

type Facts = Partial<CentreFacts>
/** A fact by its name; a planned day by `planned.` and its stage. */
type Stated = Map<string, unknown>

/** A fact both sides changed, each to something else. */
export interface FactConflict {
  /** `village`, `planned.started` */
  field: string
  base: unknown
  theirs: unknown
  mine: unknown
}
export interface MergedFacts {
  /** All facts nobody disputes; those in conflict are left out. */
  merged: Facts
  conflicts: FactConflict[]
}

function stated({ planned, ...facts }: Facts): Stated {
  const days = Object.entries(planned ?? {}).map(([stage, day]) => [`planned.${stage}`, day] as const)
  return new Map([...Object.entries(facts), ...days].filter(([, value]) => value !== undefined))
}

function factsOf(values: Stated): Facts {
  const facts: Record<string, unknown> = {}
  for (const [field, value] of values) {
    const [name = '', stage] = field.split('.')
    facts[name] = stage === undefined ? value : { ...(facts[name] as object), [stage]: value }
  }
  return facts
}

/** A fact never stated and a fact withdrawn are the same: there is none. Population and position are one value each. */
const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)

function changes(base: Stated, side: Stated): Stated {
  return new Map([...side].filter(([field, value]) => !isSame(value, base.get(field))))
}

/** The facts `side` states otherwise than `base`: what a form sends. */
export function changedFacts(base: Facts, side: Facts): Facts {
  return factsOf(changes(stated(base), stated(side)))
}

/**
 * Brings two changes of the same facts together. A field a side does not state it leaves as it was; changes of
 * different fields both hold; the same field changed to different values is a conflict for people to decide.
 */
export function mergeFacts(base: Facts, theirs: Facts, mine: Facts): MergedFacts {
  const from = stated(base)
  const [their, my] = [changes(from, stated(theirs)), changes(from, stated(mine))]
  const disputed = [...my.keys()].filter(field => their.has(field) && !isSame(my.get(field), their.get(field)))
  const merged = new Map([...from, ...their, ...my])
  for (const field of disputed) merged.delete(field)
  const conflicts = disputed.map(field => ({
    field,
    base: from.get(field) ?? null,
    theirs: their.get(field),
    mine: my.get(field),
  }))
  return { merged: factsOf(merged), conflicts }
}
