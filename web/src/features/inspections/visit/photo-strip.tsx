import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../../api/evidence.ts'
import { Button } from '../../../components/form/button.tsx'
import form from '../../../components/form/form.module.css'
import { useRefusal } from '../../../components/form/use-refusal.ts'
import { useVisitForm } from './form-context.ts'
import { PhotoInput } from './photo-input.tsx'
import classes from './photo-strip.module.css'
import type { PhotoTrouble } from './use-draft-photos.ts'
import { type DraftPhoto, photosOf } from './visit-draft.ts'

function useTroubleWords() {
  const { t } = useTranslation(['inspections', 'evidence'])
  const says = useRefusal()
  return (trouble: PhotoTrouble): string => {
    if (trouble === 'lost') return t('visit.photo.lost')
    if (trouble === 'tooLarge' || trouble === 'wrongType') return t(`evidence:picker.${trouble}`)
    return trouble.status === 0 ? t('visit.photo.cut') : says(trouble)
  }
}

/** Said in place of a picture that has not arrived. */
function State({ photo }: { photo: DraftPhoto }) {
  const { t } = useTranslation('inspections')
  const { photos } = useVisitForm()
  const words = useTroubleWords()
  const trouble = photos.troubleOf(photo.id)
  const share = photos.shareOf(photo.id)
  if (!trouble) {
    return (
      <span className={classes.place}>
        {share > 0 ? t('visit.photo.uploading', { n: Math.round(share * 100) }) : t('visit.photo.waiting')}
      </span>
    )
  }
  return (
    <span className={classes.trouble}>
      <span className={form.fault}>{words(trouble)}</span>
      {typeof trouble !== 'string' && (
        <Button
          look="link"
          aria-label={t('visit.photo.againOf', { name: photo.name })}
          className={classes.again}
          onClick={() => photos.again(photo.id)}
        >
          {t('visit.photo.again')}
        </Button>
      )}
    </span>
  )
}

/** The photos of one thing, small; each can be taken away again. */
function Thumbs({ of, label }: { of: string; label: string }) {
  const { t } = useTranslation('inspections')
  const { draft, photos } = useVisitForm()
  const own = photosOf(draft, of)
  if (own.length === 0) return null
  return (
    <ul className={classes.thumbs}>
      {own.map((photo, i) => {
        const alt = t('visit.photo.alt', { of: label, n: i + 1 })
        return (
          <li key={photo.id} className={classes.thumb}>
            {photo.sha256 ? (
              <img src={photoUrl(photo.sha256, 320)} alt={alt} width={84} height={84} />
            ) : (
              <State photo={photo} />
            )}
            <button
              type="button"
              className={classes.remove}
              aria-label={t('visit.photo.remove', { name: alt })}
              onClick={() => photos.remove(photo.id)}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

interface PhotoStripProps {
  /** What they show: the id of an item or finding; empty: the visit. */
  of: string
  label: string
  /** The camera's field where another button opens it, too. */
  camera?: RefObject<HTMLInputElement | null>
}

/** Taking and choosing the photos of one thing, the camera first. */
export function PhotoStrip({ of, label, camera }: PhotoStripProps) {
  const { t } = useTranslation('inspections')
  const { photos } = useVisitForm()
  const own = useRef<HTMLInputElement>(null)
  const chosen = useRef<HTMLInputElement>(null)
  const lens = camera ?? own
  return (
    <div className={classes.strip}>
      <Thumbs of={of} label={label} />
      <div className={classes.sources}>
        <Button
          className={classes.source}
          aria-label={t('visit.photo.cameraOf', { of: label })}
          onClick={() => lens.current?.click()}
        >
          {t('visit.photo.camera')}
        </Button>
        <Button
          className={classes.source}
          aria-label={t('visit.photo.chooseOf', { of: label })}
          onClick={() => chosen.current?.click()}
        >
          {t('visit.photo.choose')}
        </Button>
      </div>
      {!camera && (
        <PhotoInput
          isCamera
          input={own}
          label={t('visit.photo.cameraOf', { of: label })}
          onFiles={files => photos.add(of, files)}
        />
      )}
      <PhotoInput
        input={chosen}
        label={t('visit.photo.chooseOf', { of: label })}
        onFiles={files => photos.add(of, files)}
      />
    </div>
  )
}
