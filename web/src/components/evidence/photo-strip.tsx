import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import classes from './evidence.module.css'
import { Thumb } from './thumb.tsx'
import { useEvidenceWords } from './use-evidence-words.ts'
import { useLarge } from './use-large.tsx'

/** Photos of one step in a row. */
export function PhotoStrip({ title, photos }: { title: string; photos: readonly Photo[] }) {
  useEvidenceWords()
  const { open, large } = useLarge(photos.map(photo => ({ title, photo })))
  if (photos.length === 0) return null
  return (
    <>
      <ul className={classes.thumbs}>
        {photos.map(photo => (
          <li key={photo.id}>
            <Thumb title={title} photo={photo} onOpen={() => open(photo)} />
          </li>
        ))}
      </ul>
      {large}
    </>
  )
}
