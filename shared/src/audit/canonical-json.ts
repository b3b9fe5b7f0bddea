const isWritten = (value: unknown) => value !== undefined && typeof value !== 'function' && typeof value !== 'symbol'

/**
 * JSON in one form alone, for hashing: what `JSON.stringify` writes, with keys sorted by UTF-16 code units at every
 * depth and no spaces (RFC 8785).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => isWritten(member))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
