import { MOST_PHOTOS, type Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { photoUrl } from '../../api/evidence.ts'
import { shanghaiTime } from '../../format/format.ts'
import fields from '../form/fields.module.css'
import form from '../form/form.module.css'
import classes from './evidence.module.css'
import { useEvidenceWords } from './use-evidence-words.ts'

interface PhotoChoiceProps {
  photos: readonly Photo[]
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}

/** Which of the photos already filed a record goes by. */
export function PhotoChoice({ photos, chosen, onChange }: PhotoChoiceProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  if (photos.length === 0) return null
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id].slice(0, MOST_PHOTOS))
  return (
    <fieldset className={fields.radios}>
      <legend className={form.label}>{t('photos')}</legend>
      <div className={classes.thumbs}>
        {photos.map(photo => (
          <label key={photo.id} className={classes.choice}>
            <img src={photoUrl(photo.sha256, 320)} alt={photo.name} width={120} height={90} loading="lazy" />
            <input type="checkbox" checked={chosen.includes(photo.id)} onChange={() => toggle(photo.id)} />
            {shanghaiTime(photo.addedAt).slice(0, 10)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
