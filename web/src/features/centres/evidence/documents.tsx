import type { Centre } from '@lvliang/shared/centres/centre.schema'
import {
  CENTRE_DOCUMENT_KINDS,
  type DocumentKind,
  type EvidenceDocument,
} from '@lvliang/shared/evidence/evidence.schema'
import { type Stage, stageOrder } from '@lvliang/shared/plan/stage'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentUrl } from '../../../api/evidence.ts'
import { Dialog } from '../../../components/dialog/dialog.tsx'
import { useEvidenceWords } from '../../../components/evidence/use-evidence-words.ts'
import { shanghaiTime } from '../../../format/format.ts'
import pageClasses from '../centre.module.css'
import { Section } from '../section.tsx'
import classes from './evidence.module.css'

/** From which stage on each paper has to be there, as the tasks of its county say. */
const DUE_FROM: Partial<Record<DocumentKind, Stage>> = {
  sitingPapers: 'sited',
  timetable: 'started',
  roadmap: 'started',
  contract: 'started',
  acceptanceForm: 'accepted',
}

interface DocumentsProps {
  documents: readonly EvidenceDocument[]
  stage: Centre['stage']
}

function Preview({ document, onClose }: { document: EvidenceDocument; onClose: () => void }) {
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
        {t('added', { time: shanghaiTime(addedAt), by: addedBy })} ·{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {t('download')}
        </a>
      </p>
    </Dialog>
  )
}

/** The papers of a centre by kind; what is due and not there is named. */
export function Documents({ documents, stage }: DocumentsProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const [shown, setShown] = useState<EvidenceDocument | null>(null)
  const isDue = (kind: DocumentKind) => stageOrder(stage) >= stageOrder(DUE_FROM[kind] ?? 'operating')
  return (
    <Section title={t('documents')}>
      <dl className={pageClasses.facts}>
        {CENTRE_DOCUMENT_KINDS.map(kind => {
          const own = documents.filter(document => document.kind === kind)
          return (
            <div key={kind} className={classes.kind}>
              <dt>{t(`kind.${kind}`)}</dt>
              <dd>
                {own.map(document => (
                  <button
                    key={document.id}
                    type="button"
                    className={pageClasses.action}
                    aria-label={t('preview', { kind: t(`kind.${kind}`), name: document.name })}
                    onClick={() => setShown(document)}
                  >
                    {document.name}
                  </button>
                ))}
                {own.length === 0 && (
                  <span className={isDue(kind) ? pageClasses.gap : pageClasses.secondary}>
                    {t(isDue(kind) ? 'missingNow' : 'missing')}
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {shown && <Preview document={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}
