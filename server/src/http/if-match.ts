import { DomainError } from '../errors.ts'

/** A version as an entity tag. */
export const versionTag = (version: number): string => `"${version}"`

/** Refuses a change that does not name the version it was made from, or names one that is no longer. */
export function refuseStale(ifMatch: string | undefined, current: { version: number }): void {
  const tags = ifMatch?.split(',').map(tag => tag.trim()) ?? []
  if (tags.length === 0 || tags.includes('*')) {
    const message = `修改须用 If-Match 指明版本，如 ${versionTag(current.version)}。`
    throw new DomainError('versionRequired', `${message} / Name the version changed in If-Match.`)
  }
  if (tags.includes(versionTag(current.version))) return
  throw stale(current)
}

export const stale = (current: unknown) =>
  new DomainError('versionStale', '其间已被他人修改。 / It was changed meanwhile.', { current })
