import { MOST_PHOTOS, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import type { ReportableStage } from '@lvliang/shared/plan/stage'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../../api/client.ts'
import fields from '../../../components/form/fields.module.css'
import form from '../../../components/form/form.module.css'
import { shanghaiTime } from '../../../format/format.ts'
import classes from './acts.module.css'

interface PhotoChoiceProps {
  photos: readonly Photo[]
  stage: ReportableStage
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}

/** Which of the photos already filed for a stage a record goes by. */
export function PhotoChoice({ photos, stage, chosen, onChange }: PhotoChoiceProps) {
  const { t } = useTranslation('acts')
  const own = photos.filter(photo => photo.stage === stage)
  if (own.length === 0) return null
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id].slice(0, MOST_PHOTOS))
  return (
    <fieldset className={fields.radios}>
      <legend className={form.label}>{t('photos')}</legend>
      <div className={classes.thumbs}>
        {own.map(photo => (
          <label key={photo.id} className={classes.thumb}>
            <img src={apiUrl(`/photos/${photo.sha256}`, { size: 320 })} alt={photo.name} loading="lazy" />
            <input type="checkbox" checked={chosen.includes(photo.id)} onChange={() => toggle(photo.id)} />
            {shanghaiTime(photo.addedAt).slice(0, 10)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
