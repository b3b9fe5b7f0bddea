import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import form from '../form/form.module.css'
import classes from './evidence.module.css'
import type { PhotoGroup } from './photo-groups.ts'
import { useEvidenceWords } from './use-evidence-words.ts'

const PhotoDialog = lazy(() => import('./photo-dialog.tsx').then(module => ({ default: module.PhotoDialog })))

interface ThumbProps {
  title: string
  photo: Photo
  onOpen: () => void
}

function Thumb({ title, photo, onOpen }: ThumbProps) {
  const { t } = useTranslation('evidence')
  const { name, sha256, takenAt, hints } = photo
  return (
    <li>
      <button type="button" aria-label={t('open', { stage: title, name })} onClick={onOpen}>
        <img src={photoUrl(sha256, 320)} alt="" width={120} height={90} loading="lazy" />
      </button>
      {takenAt && <span className={form.help}>{t('taken', { time: takenAt.slice(0, 10) })}</span>}
      {hints.length > 0 && <span className={classes.check}>{t('toCheck')}</span>}
    </li>
  )
}

interface GalleryProps {
  groups: readonly PhotoGroup[]
  /** How deep on the page the groups are. */
  heading?: 'h3' | 'h4'
}

/** Photos by group, small; one opens large, and from there all others. */
export function Gallery({ groups, heading: Heading = 'h3' }: GalleryProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const [open, setOpen] = useState<number | null>(null)
  const inOrder = groups.flatMap(({ title, photos }) => photos.map(photo => ({ title, photo })))
  if (inOrder.length === 0) return <p className={form.help}>{t('photosNone')}</p>
  return (
    <>
      {groups.map(({ title, photos }) => (
        <div key={title} className={classes.group}>
          <Heading className={classes.groupTitle}>{title}</Heading>
          <ul className={classes.thumbs}>
            {photos.map(photo => (
              <Thumb
                key={photo.id}
                title={title}
                photo={photo}
                onOpen={() => setOpen(inOrder.findIndex(one => one.photo === photo))}
              />
            ))}
          </ul>
        </div>
      ))}
      {open !== null && (
        <Suspense>
          <PhotoDialog photos={inOrder} at={open} onAt={setOpen} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
