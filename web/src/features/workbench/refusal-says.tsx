import { ApiError } from '../../api/client.ts'
import form from '../../components/form/form.module.css'
import { RefusalNote } from '../../components/form/refusal-note.tsx'
import { inLanguage } from '../../components/form/use-refusal.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** Why an act was refused: each thing that is wrong, in the reader's language. */
export function RefusalSays({ error }: { error: Error | null }) {
  const { name } = useLanguage()
  if (!(error instanceof ApiError) || error.errors.length === 0) return <RefusalNote error={error} />
  return (
    <ul className={form.fault} role="alert">
      {error.errors.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>{inLanguage(message, name)}</li>
      ))}
    </ul>
  )
}
