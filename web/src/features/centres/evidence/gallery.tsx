import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../../api/evidence.ts'
import { useEvidenceWords } from '../../../components/evidence/use-evidence-words.ts'
import pageClasses from '../centre.module.css'
import { Section } from '../section.tsx'
import type { PlanWords } from '../use-plan-words.ts'
import classes from './evidence.module.css'
import { photosByStage } from './photo-groups.ts'

const PhotoDialog = lazy(() => import('./photo-dialog.tsx').then(module => ({ default: module.PhotoDialog })))

/** The photos of a centre by stage, small; one opens large. */
export function Gallery({ photos, words }: { photos: readonly Photo[]; words: PlanWords }) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const [open, setOpen] = useState<number | null>(null)
  const groups = photosByStage(photos)
  const inOrder = groups.flatMap(group => group.photos)
  return (
    <Section title={t('photos')}>
      {photos.length === 0 && <p className={pageClasses.help}>{t('photosNone')}</p>}
      {groups.map(group => {
        const stage = group.stage ? words.stage(group.stage) : t('noStage')
        return (
          <div key={group.stage} className={classes.group}>
            <h3 className={classes.stage}>{stage}</h3>
            <ul className={classes.thumbs}>
              {group.photos.map(photo => (
                <li key={photo.id}>
                  <button
                    type="button"
                    aria-label={t('open', { stage, name: photo.name })}
                    onClick={() => setOpen(inOrder.indexOf(photo))}
                  >
                    <img src={photoUrl(photo.sha256, 320)} alt="" width={120} height={90} loading="lazy" />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {open !== null && (
        <Suspense>
          <PhotoDialog photos={inOrder} at={open} words={words} onAt={setOpen} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Section>
  )
}
