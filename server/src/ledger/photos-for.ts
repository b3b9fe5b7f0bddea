import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { isOfInspection } from '../access/office.ts'
import type { Viewer } from '../access/viewer.ts'

function namedBy({ body }: CentreRecord): readonly string[] {
  const own = 'photoIds' in body ? (body.photoIds ?? []) : []
  const ofItems = 'items' in body ? body.items.flatMap(({ photoIds = [] }) => photoIds) : []
  return [...own, ...ofItems]
}

/**
 * The photos of a centre that somebody may see, by the records known. An inspector's is a county's to see once a record
 * names it: until then it would give away that somebody is there unannounced.
 */
export function photosFor(
  { principal }: Pick<Viewer, 'principal'>,
  photos: readonly Photo[],
  records: readonly CentreRecord[],
): Photo[] {
  if (principal !== 'county') return [...photos]
  const named = new Set(records.flatMap(namedBy))
  return photos.filter(({ id, addedBy }) => !isOfInspection(addedBy) || named.has(id))
}
