import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import { useTranslation } from 'react-i18next'
import { Gallery } from '../../../components/evidence/gallery.tsx'
import type { PhotoGroup } from '../../../components/evidence/photo-groups.ts'
import form from '../../../components/form/form.module.css'
import { useLanguage } from '../../../i18n/use-language.ts'
import classes from './record-sheet.module.css'
import type { Recorded } from './record-sheet.tsx'

interface RecordPhotosProps {
  record: Recorded
  centre: Pick<CentreDetail, 'photos'>
  checklist: ChecklistInForce | undefined
}

/** The photos of a visit, by what they show. */
export function RecordPhotos({ record, centre, checklist }: RecordPhotosProps) {
  const { t } = useTranslation('inspections')
  const { name } = useLanguage()
  const items = checklist?.groups.flatMap(group => group.items) ?? []
  const named: { title: string; ids: readonly string[] }[] = [
    ...record.items.flatMap(({ item, photoIds = [] }) => {
      const title = items.find(({ id }) => id === item)?.text[name] ?? item
      return photoIds.length === 0 ? [] : [{ title, ids: photoIds }]
    }),
    { title: t('visit.photo.whole'), ids: record.photoIds ?? [] },
  ]
  const groups: PhotoGroup[] = named.flatMap(({ title, ids }) => {
    const photos = centre.photos.filter(({ id }) => ids.includes(id))
    return photos.length === 0 ? [] : [{ title, photos }]
  })
  const shown = groups.reduce((sum, { photos }) => sum + photos.length, 0)
  const gone = named.reduce((sum, { ids }) => sum + ids.length, 0) - shown
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('visit.record.photos')}</h2>
      <Gallery groups={groups} />
      {gone > 0 && <p className={form.help}>{t('visit.record.gone', { n: gone })}</p>}
    </section>
  )
}
