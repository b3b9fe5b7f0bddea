import { DOCUMENT_TYPES, type DocumentKind, type EvidenceDocument } from '@lvliang/shared/evidence/evidence.schema'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDocument, documentUrl } from '../../api/evidence.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../components/form/button.tsx'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { useCommand } from '../../components/form/use-command.ts'
import classes from './workbench.module.css'

interface DocumentsProps {
  /** Whose papers: a centre's or the county's own. */
  owner: { centre: string } | { county: string }
  kinds: readonly DocumentKind[]
  documents: readonly EvidenceDocument[]
  canAdd: boolean
  /** The kind a task asks for: its button takes the focus. */
  asked?: string
  onAdded: () => void
}

/** The control a task leads to takes the focus as it comes. */
const focused = (button: HTMLButtonElement | null) => button?.focus()

function Preview({ document }: { document: EvidenceDocument }) {
  const { t } = useTranslation('workbench')
  const url = documentUrl(document.id)
  return (
    <a href={url} target="_blank" rel="noreferrer" className={classes.document}>
      {document.mediaType.startsWith('image/') && <img src={url} alt="" width={40} height={40} loading="lazy" />}
      <span className={classes.fileName}>{document.name || t('documents.open')}</span>
    </a>
  )
}

type KindProps = Omit<DocumentsProps, 'kinds'> & { kind: DocumentKind }

function KindOfDocument({ owner, kind, documents, canAdd, asked, onAdded }: KindProps) {
  const { t } = useTranslation('workbench')
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState(0)
  const add = useCommand(
    ({ id, file }: { id: string; file: File }) => addDocument({ id, kind, ...owner }, file, setShare),
    onAdded,
  )
  const ofKind = documents.filter(document => document.kind === kind)
  const name = t(`documents.kind.${kind}`)
  return (
    <li>
      <span className={form.label}>{name}</span>
      {ofKind.length === 0 && <span className={classes.gap}>{t('documents.missing')}</span>}
      {ofKind.map(document => (
        <Preview key={document.id} document={document} />
      ))}
      {canAdd && (
        <Button
          look="link"
          ref={kind === asked ? focused : undefined}
          aria-label={t('documents.addKind', { kind: name })}
          busy={add.isPending}
          onClick={() => input.current?.click()}
        >
          {add.isPending ? t('photos.uploading', { n: Math.round(share * 100) }) : t('documents.add')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={DOCUMENT_TYPES.join(',')}
        aria-label={name}
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) add.mutate({ id: newId(), file })
          event.target.value = ''
        }}
      />
      {add.error && (
        <>
          <RefusalNote error={add.error} />
          <Button look="link" onClick={() => add.variables && add.mutate(add.variables)}>
            {t('photos.again')}
          </Button>
        </>
      )}
    </li>
  )
}

/** Papers by kind, each shown or missing, with a way to add one. */
export function Documents({ kinds, ...rest }: DocumentsProps) {
  return (
    <ul className={classes.documents}>
      {kinds.map(kind => (
        <KindOfDocument key={kind} kind={kind} {...rest} />
      ))}
    </ul>
  )
}
