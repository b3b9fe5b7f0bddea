import { log } from '../../http/log.ts'
import type { EvidenceIndex } from '../../ledger/evidence-index.ts'
import type { PaperPhoto } from './paper.ts'

/** As many are printed with a paper. */
const MOST_PRINTED = 12

/** A photo's small picture, made now where it was not before. */
export type Thumbnail = (sha256: string) => Promise<Uint8Array>

export interface NamedPhoto {
  id: string
  caption: string
}

/** The pictures of the photos named, as many as are printed, and how many there are besides. Withdrawn ones are none. */
export async function paperPhotos(
  { evidence, thumbnail }: { evidence: EvidenceIndex; thumbnail: Thumbnail },
  named: readonly NamedPhoto[],
): Promise<{ photos: PaperPhoto[]; morePhotos: number }> {
  const there = named.filter(({ id }) => evidence.find(id)?.kind === 'photo' && !evidence.isWithdrawn(id))
  const photos: PaperPhoto[] = []
  for (const { id, caption } of there.slice(0, MOST_PRINTED)) {
    const { sha256, width, height } = evidence.find(id) as NonNullable<ReturnType<EvidenceIndex['find']>>
    const bytes = await thumbnail(sha256).catch(error => {
      log().warn({ sha256, error: String(error) }, 'a photo cannot be printed')
      return null
    })
    if (bytes) photos.push({ bytes, width: width || 4, height: height || 3, caption })
  }
  return { photos, morePhotos: there.length - photos.length }
}
