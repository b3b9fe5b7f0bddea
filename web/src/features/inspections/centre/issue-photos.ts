import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { RecordBody } from '@lvliang/shared/centres/record.schema'
import type { Photo } from '@lvliang/shared/evidence/evidence.schema'

/** The photos of an issue as it was found, and as its rectification showed it, by what the centre's records name. */
export function photosOfIssue({ history, photos }: Pick<CentreDetail, 'history' | 'photos'>, issue: string) {
  const byId = new Map(photos.map(photo => [photo.id, photo]))
  const known = (ids: readonly string[] = []): Photo[] => ids.flatMap(id => byId.get(id) ?? [])
  const before: Photo[] = []
  const after: Photo[] = []
  for (const { id, kind, body } of history) {
    if (kind === 'issueRaised' && id === issue) before.push(...known((body as RecordBody<'issueRaised'>).photoIds))
    if (kind !== 'issueMoved') continue
    const { issueId, move, photoIds } = body as RecordBody<'issueMoved'>
    if (issueId !== issue) continue
    if (move === 'findAgain') before.push(...known(photoIds))
    if (move === 'start' || move === 'requestClosing') after.push(...known(photoIds))
  }
  return { before, after }
}
