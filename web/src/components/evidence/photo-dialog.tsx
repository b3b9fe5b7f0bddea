import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { Button } from '../form/button.tsx'
import form from '../form/form.module.css'
import classes from './evidence.module.css'
import { PhotoSays } from './photo-says.tsx'

interface PhotoDialogProps {
  photos: readonly { title: string; photo: Photo }[]
  at: number
  onAt: (at: number) => void
  onClose: () => void
}

/** One photo large; arrows go along the others. */
export function PhotoDialog({ photos, at, onAt, onClose }: PhotoDialogProps) {
  const { t } = useTranslation('evidence')
  const all = photos.length
  useEffect(() => {
    const steer = ({ key }: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
      if (step) onAt((at + step + all) % all)
    }
    window.addEventListener('keydown', steer)
    return () => window.removeEventListener('keydown', steer)
  }, [at, all, onAt])
  const shown = photos[at]
  if (!shown) return null
  const { title, photo } = shown
  return (
    <Dialog wide title={`${title} · ${t('of', { n: at + 1, all })}`} onClose={onClose}>
      <img className={classes.large} src={photoUrl(photo.sha256, 1600)} alt={photo.name} />
      <PhotoSays photo={photo} />
      {all > 1 && (
        <div className={form.actions}>
          <Button onClick={() => onAt((at - 1 + all) % all)}>← {t('previous')}</Button>
          <Button onClick={() => onAt((at + 1) % all)}>{t('next')} →</Button>
          <span className={form.help}>{t('keys')}</span>
        </div>
      )}
    </Dialog>
  )
}
