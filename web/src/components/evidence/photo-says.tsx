import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { shanghaiTime } from '../../format/format.ts'
import classes from './evidence.module.css'
import { PhotoHints } from './photo-hints.tsx'

/** When and where a photo was taken, as far as it tells, and what that gives to think about. */
export function PhotoSays({ photo }: { photo: Photo }) {
  const { t } = useTranslation('evidence')
  const { takenAt, takenPosition, distanceM, addedAt, addedBy, hints } = photo
  const facts = [
    takenAt && t('taken', { time: takenAt.slice(0, 16).replace('T', ' ') }),
    distanceM !== null && t('distance', { n: distanceM }),
    t('added', { time: shanghaiTime(addedAt), by: addedBy }),
  ]
  return (
    <div className={classes.says}>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {takenAt === null && takenPosition === null && <p className={classes.calm}>{t('notTaken')}</p>}
      <PhotoHints hints={hints} />
    </div>
  )
}
