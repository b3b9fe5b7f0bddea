import type { DocumentKind, EvidenceDocument } from '@lvliang/shared/evidence/evidence.schema'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../form/button.tsx'
import form from '../form/form.module.css'
import { AddDocument, type AddDocumentProps } from './add-document.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import classes from './evidence.module.css'
import { useEvidenceWords } from './use-evidence-words.ts'

interface DocumentsProps {
  kinds: readonly DocumentKind[]
  documents: readonly EvidenceDocument[]
  /** Kinds that should be there by now. */
  due?: readonly DocumentKind[]
  /** Where one may add to them. */
  add?: Pick<AddDocumentProps, 'owner' | 'onAdded'>
  /** The kind a task asks for: its button takes the focus. */
  asked?: string
}

/** Papers by kind; what is due and not there is named. */
export function Documents({ kinds, documents, due = [], add, asked }: DocumentsProps) {
  useEvidenceWords()
  const { t } = useTranslation('evidence')
  const [shown, setShown] = useState<EvidenceDocument | null>(null)
  return (
    <>
      <dl className={classes.papers}>
        {kinds.map(kind => {
          const own = documents.filter(document => document.kind === kind)
          const isDue = due.includes(kind)
          return (
            <div key={kind} className={classes.kind}>
              <dt>{t(`kind.${kind}`)}</dt>
              <dd>
                {own.map(document => (
                  <Button
                    key={document.id}
                    look="link"
                    aria-label={t('preview', { kind: t(`kind.${kind}`), name: document.name })}
                    onClick={() => setShown(document)}
                  >
                    {document.name || t('paper.open')}
                  </Button>
                ))}
                {own.length === 0 && (
                  <span className={isDue ? classes.missing : form.help}>{t(isDue ? 'missingNow' : 'missing')}</span>
                )}
                {add && <AddDocument {...add} kind={kind} isAsked={kind === asked} />}
              </dd>
            </div>
          )
        })}
      </dl>
      {shown && <DocumentDialog document={shown} onClose={() => setShown(null)} />}
    </>
  )
}
