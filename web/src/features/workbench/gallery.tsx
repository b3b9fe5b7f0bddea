import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { REPORTABLE_STAGES } from '@lvliang/shared/plan/stage'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import { PhotoHints } from '../../components/evidence/photo-hints.tsx'
import { useEvidenceWords } from '../../components/evidence/use-evidence-words.ts'
import type { FieldNames } from './use-field-names.ts'
import classes from './workbench.module.css'

/** The photos of a centre by stage, small; one opens large. */
export function Gallery({ photos, names }: { photos: readonly Photo[]; names: FieldNames }) {
  useEvidenceWords()
  const { t } = useTranslation('workbench')
  if (photos.length === 0) return <p className={classes.gap}>{t('photos.none')}</p>
  const groups = [...REPORTABLE_STAGES, null]
    .map(stage => ({ stage, of: photos.filter(photo => photo.stage === stage) }))
    .filter(({ of }) => of.length > 0)
  return groups.map(({ stage, of }) => (
    <section key={stage} aria-label={stage ? names.stage(stage) : t('photos.unknownStage')}>
      <h4 className={classes.gap}>{stage ? names.stage(stage) : t('photos.unknownStage')}</h4>
      <ul className={classes.gallery}>
        {of.map(photo => (
          <li key={photo.id}>
            <a href={photoUrl(photo.sha256, 1600)} target="_blank" rel="noreferrer">
              <img src={photoUrl(photo.sha256, 320)} alt={photo.name} width={104} height={78} loading="lazy" />
            </a>
            {photo.takenAt && <span className={classes.hint}>{t('photos.taken', { time: photo.takenAt })}</span>}
            <PhotoHints hints={photo.hints} />
          </li>
        ))}
      </ul>
    </section>
  ))
}
