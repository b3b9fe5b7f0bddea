import { PHOTO_TYPES } from '@lvliang/shared/evidence/evidence.schema'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import { classNames } from '../class-names.ts'
import { Button } from '../form/button.tsx'
import form from '../form/form.module.css'
import { useRefusal } from '../form/use-refusal.ts'
import classes from './evidence.module.css'
import { PhotoHints } from './photo-hints.tsx'
import { useEvidenceWords } from './use-evidence-words.ts'
import type { Photos, PickedPhoto } from './use-photos.ts'

function State({ one, onAgain }: { one: PickedPhoto; onAgain: () => void }) {
  const { t } = useTranslation('evidence')
  const says = useRefusal()
  if (one.unfit) return <span className={form.fault}>{t(`picker.${one.unfit}`)}</span>
  if (one.error) {
    return (
      <span className={form.fault}>
        {t(one.photo ? 'picker.stays' : 'picker.failed')} {says(one.error)}{' '}
        {!one.photo && (
          <Button look="link" onClick={onAgain}>
            {t('picker.again')}
          </Button>
        )}
      </span>
    )
  }
  if (one.photo) return <PhotoHints hints={one.photo.hints} />
  return (
    <>
      <progress value={one.share} aria-label={one.name} />
      <span className={form.help}>{t('picker.uploading', { n: Math.round(one.share * 100) })}</span>
    </>
  )
}

function Picked({ one, photos }: { one: PickedPhoto; photos: Photos }) {
  const { t } = useTranslation('evidence')
  return (
    <li>
      {one.photo ? (
        <img src={photoUrl(one.photo.sha256, 320)} alt={one.name} width={72} height={72} />
      ) : (
        <span className={classes.place} />
      )}
      <span className={classes.fileName}>{one.name}</span>
      <State one={one} onAgain={() => photos.again(one)} />
      <Button
        look="link"
        className={classes.remove}
        busy={one.isLeaving}
        aria-label={t('picker.remove', { name: one.name })}
        onClick={() => photos.remove(one)}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </li>
  )
}

interface SourceProps {
  label: string
  /** Straight to the camera of a phone. */
  isCamera?: boolean
  photos: Photos
}

function Source({ label, isCamera, photos }: SourceProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        className={classNames(classes.source, isCamera && classes.camera)}
        disabled={photos.isFull}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        capture={isCamera && 'environment'}
        accept={PHOTO_TYPES.join(',')}
        aria-label={label}
        onChange={event => {
          photos.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

/** Taking and choosing photos for a record, with how far each has gone. On a phone the camera comes first. */
export function PhotoPicker({ photos, label }: { photos: Photos; label?: string }) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const name = label ?? t('photos')
  return (
    <fieldset className={classNames(classes.picker, form.field)}>
      <legend className={form.label}>{name}</legend>
      <div className={form.actions}>
        <Source isCamera label={t('picker.camera')} photos={photos} />
        <Source label={t('picker.choose')} photos={photos} />
        <span className={form.help}>{t('picker.help', { n: photos.most })}</span>
      </div>
      <ul className={classes.picked}>
        {photos.picked.map(one => (
          <Picked key={one.id} one={one} photos={photos} />
        ))}
      </ul>
    </fieldset>
  )
}
