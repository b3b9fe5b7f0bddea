import { PHOTO_TYPES, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { useRefusal } from '../../components/form/use-refusal.ts'
import type { Photos, PickedPhoto } from './use-photos.ts'
import classes from './workbench.module.css'

/** What a photo gives to think about; nothing is refused for it. */
export function PhotoHints({ photo }: { photo: Pick<Photo, 'hints'> }) {
  const { t } = useTranslation('workbench')
  return photo.hints.map(({ code, params }) => (
    <span key={code} className={classes.hint}>
      {t(`photos.hint.${code}`, { metres: params.metres ?? '' })}
    </span>
  ))
}

function State({ one, onAgain }: { one: PickedPhoto; onAgain: () => void }) {
  const { t } = useTranslation('workbench')
  const says = useRefusal()
  if (one.unfit) return <span className={form.fault}>{t(`photos.${one.unfit}`)}</span>
  if (one.error) {
    return (
      <span className={form.fault}>
        {t('photos.failed')} {says(one.error)}{' '}
        <Button look="link" onClick={onAgain}>
          {t('photos.again')}
        </Button>
      </span>
    )
  }
  if (one.photo) return <PhotoHints photo={one.photo} />
  return (
    <>
      <progress value={one.share} aria-label={one.file.name} />
      <span className={form.help}>{t('photos.uploading', { n: Math.round(one.share * 100) })}</span>
    </>
  )
}

/** Choosing photos for a record, with how far each has gone. */
export function PhotoPicker({ photos }: { photos: Photos }) {
  const { t } = useTranslation('workbench')
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={form.field}>
      <span className={form.label}>{t('report.photos')}</span>
      <div className={form.actions}>
        <Button disabled={photos.isFull} onClick={() => input.current?.click()}>
          {t('photos.add')}
        </Button>
        <span className={form.help}>{t('photos.help')}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={PHOTO_TYPES.join(',')}
        aria-label={t('report.photos')}
        onChange={event => {
          photos.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <ul className={classes.photos}>
        {photos.picked.map(one => (
          <li key={one.id}>
            {one.photo ? (
              <img src={photoUrl(one.photo.sha256, 320)} alt={one.file.name} width={72} height={72} />
            ) : (
              <span className={classes.thumb} />
            )}
            <span className={classes.fileName}>{one.file.name}</span>
            <State one={one} onAgain={() => photos.again(one)} />
            <Button
              look="link"
              aria-label={t('photos.remove', { name: one.file.name })}
              onClick={() => photos.remove(one.id)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
