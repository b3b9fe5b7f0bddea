import type { Photo } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import form from '../form/form.module.css'
import classes from './photo-pairs.module.css'
import { Thumb } from './thumb.tsx'
import { useEvidenceWords } from './use-evidence-words.ts'
import { useLarge } from './use-large.tsx'

interface Side {
  title: string
  photos: readonly Photo[]
  /** Said where there is none. */
  none: string
}

/** Photos of before beside those of after, pair by pair. */
export function PhotoPairs({ before, after }: { before: Side; after: Side }) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const sides = [before, after]
  const rows = Array.from({ length: Math.max(before.photos.length, after.photos.length) }, (_, at) => at)
  const inOrder = rows.flatMap(at =>
    sides.flatMap(({ title, photos }) => (photos[at] ? [{ title, photo: photos[at] }] : [])),
  )
  const { open, large } = useLarge(inOrder)
  return (
    <>
      <table className={classes.pairs}>
        <caption className="visually-hidden">{t('photos')}</caption>
        <thead>
          <tr>
            {sides.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(rows.length === 0 ? [0] : rows).map(at => (
            <tr key={at}>
              {sides.map(({ title, photos, none }) => {
                const photo = photos[at]
                return (
                  <td key={title}>
                    {photo ? (
                      <Thumb title={title} photo={photo} onOpen={() => open(photo)} />
                    ) : (
                      at === 0 && <span className={form.help}>{none}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {large}
    </>
  )
}
