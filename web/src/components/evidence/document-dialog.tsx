import type { EvidenceDocument } from '@lvliang/shared/evidence/evidence.schema'
import { useTranslation } from 'react-i18next'
import { documentUrl } from '../../api/evidence.ts'
import { shanghaiTime } from '../../format/format.ts'
import { Dialog } from '../dialog/dialog.tsx'
import form from '../form/form.module.css'
import classes from './evidence.module.css'

/** A paper large. */
export function DocumentDialog({ document, onClose }: { document: EvidenceDocument; onClose: () => void }) {
  const { t } = useTranslation('evidence')
  const { id, kind, name, mediaType, addedAt, addedBy } = document
  const url = documentUrl(id)
  return (
    <Dialog wide title={`${t(`kind.${kind}`)} · ${name}`} onClose={onClose}>
      {mediaType === 'application/pdf' ? (
        <iframe className={classes.paper} src={url} title={name} />
      ) : (
        <img className={classes.large} src={url} alt={name} />
      )}
      <p className={classes.says}>
        {t('added', { time: shanghaiTime(addedAt), by: addedBy })}
        <a className={form.link} href={url} target="_blank" rel="noreferrer">
          {t('download')}
        </a>
      </p>
    </Dialog>
  )
}
