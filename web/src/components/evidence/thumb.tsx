import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import form from '../form/form.module.css'
import classes from './evidence.module.css'

interface ThumbProps {
  title: string
  photo: Photo
  onOpen: () => void
}

/** A photo small, with when it was taken and whether there is something to check. */
export function Thumb({ title, photo, onOpen }: ThumbProps) {
  const { t } = useTranslation('evidence')
  const { name, sha256, takenAt, hints } = photo
  return (
    <>
      <button type="button" aria-label={t('open', { stage: title, name })} onClick={onOpen}>
        <img src={photoUrl(sha256, 320)} alt="" width={120} height={90} loading="lazy" />
      </button>
      {takenAt && <span className={form.help}>{t('taken', { time: takenAt.slice(0, 10) })}</span>}
      {hints.length > 0 && <span className={classes.check}>{t('toCheck')}</span>}
    </>
  )
}
