import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { IssueDetail, IssueMove } from '@lvliang/shared/inspections/issue.schema'

/** Steps of whoever rectifies: their photos show how it is now. */
const BY_COUNTY: readonly IssueMove[] = ['start', 'requestClosing']

/** The photos of ids, in their order; one that was withdrawn is not there. */
export function photosOf(ids: readonly string[], photos: readonly Photo[]): Photo[] {
  const known = new Map(photos.map(photo => [photo.id, photo]))
  return ids.flatMap(id => known.get(id) ?? [])
}

type Pictured = Pick<IssueDetail, 'photoIds' | 'moves'>

/** What was found, with what was seen of it again later, and how the county left it, the latest first. */
export function beforeAndAfter({ photoIds, moves }: Pictured, photos: readonly Photo[]) {
  const idsOf = (isOf: (move: IssueMove) => boolean) =>
    moves.filter(({ move }) => isOf(move)).map(move => move.photoIds)
  const again = idsOf(move => move === 'findAgain').flat()
  const after = idsOf(move => BY_COUNTY.includes(move))
    .reverse()
    .flat()
  return {
    before: photosOf([...new Set([...photoIds, ...again])], photos),
    after: photosOf(
      [...new Set(after)].filter(id => !photoIds.includes(id)),
      photos,
    ),
  }
}
