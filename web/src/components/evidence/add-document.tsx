import { DOCUMENT_TYPES, type DocumentKind } from '@lvliang/shared/evidence/evidence.schema'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDocument } from '../../api/evidence.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../form/button.tsx'
import { RefusalNote } from '../form/refusal-note.tsx'
import { useCommand } from '../form/use-command.ts'
import { useHold } from '../form/use-hold.ts'

export interface AddDocumentProps {
  /** Whose papers: a centre's or the county's own. */
  owner: { centre: string } | { county: string }
  kind: DocumentKind
  /** A task asks for it: its button takes the focus. */
  isAsked?: boolean
  onAdded: () => void
}

/** The control a task leads to takes the focus as it comes. */
const focused = (button: HTMLButtonElement | null) => button?.focus()

/** Adding a paper of a kind: it goes off as it is chosen, and says how far it is. */
export function AddDocument({ owner, kind, isAsked, onAdded }: AddDocumentProps) {
  const { t } = useTranslation('evidence')
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState(0)
  const add = useCommand(
    ({ id, file }: { id: string; file: File }) => addDocument({ id, kind, ...owner }, file, setShare),
    onAdded,
  )
  useHold(add.isPending)
  const name = t(`kind.${kind}`)
  return (
    <>
      <Button
        look="link"
        ref={isAsked ? focused : undefined}
        aria-label={t('paper.addKind', { kind: name })}
        busy={add.isPending}
        onClick={() => input.current?.click()}
      >
        {add.isPending ? t('picker.uploading', { n: Math.round(share * 100) }) : t('paper.add')}
      </Button>
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
            {t('picker.again')}
          </Button>
        </>
      )}
    </>
  )
}
