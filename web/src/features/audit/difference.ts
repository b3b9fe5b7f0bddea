/** One field of what an act found and left; undefined: it was not there. */
export interface FieldChange {
  /** Names of members from the outside in, `a.b`; empty where the whole is no object. */
  field: string
  before: unknown
  after: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAbsent = (value: unknown) => value === undefined || value === null
const isSame = (a: unknown, b: unknown) => (isAbsent(a) && isAbsent(b)) || JSON.stringify(a) === JSON.stringify(b)

function changesAt(field: string, before: unknown, after: unknown): FieldChange[] {
  if (
    !(isObject(before) || isObject(after)) ||
    !(isAbsent(before) || isObject(before)) ||
    !(isAbsent(after) || isObject(after))
  ) {
    return isSame(before, after) ? [] : [{ field, before: before ?? undefined, after: after ?? undefined }]
  }
  const [old, now] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names.flatMap(name => changesAt(field === '' ? name : `${field}.${name}`, old[name], now[name]))
}

/** What an act changed, field by field; what stayed the same is left out. */
export const difference = (before: unknown, after: unknown): FieldChange[] => changesAt('', before, after)
