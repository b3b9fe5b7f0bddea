import { useTranslation } from 'react-i18next'
import form from '../form/form.module.css'
import classes from './evidence.module.css'
import type { PhotoGroup } from './photo-groups.ts'
import { Thumb } from './thumb.tsx'
import { useEvidenceWords } from './use-evidence-words.ts'
import { useLarge } from './use-large.tsx'

interface GalleryProps {
  groups: readonly PhotoGroup[]
  /** How deep on the page the groups are. */
  heading?: 'h3' | 'h4'
}

/** Photos by group, small; one opens large, and from there all others. */
export function Gallery({ groups, heading: Heading = 'h3' }: GalleryProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const inOrder = groups.flatMap(({ title, photos }) => photos.map(photo => ({ title, photo })))
  const { open, large } = useLarge(inOrder)
  if (inOrder.length === 0) return <p className={form.help}>{t('photosNone')}</p>
  return (
    <>
      {groups.map(({ title, photos }) => (
        <div key={title} className={classes.group}>
          <Heading className={classes.groupTitle}>{title}</Heading>
          <ul className={classes.thumbs}>
            {photos.map(photo => (
              <li key={photo.id}>
                <Thumb title={title} photo={photo} onOpen={() => open(photo)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {large}
    </>
  )
}
