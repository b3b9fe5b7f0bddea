import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './form/button.tsx'

const SAID_MS = 4000

/** Where the page is not secure there is no clipboard: a text that is selected is copied the old way. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  const host = document.querySelector('dialog[open]') ?? document.body
  host.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (!done) throw new Error('not copied')
}

interface CopyButtonProps {
  text: string
  label: string
  look?: 'plain' | 'primary' | 'link'
}

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label, look }: CopyButtonProps) {
  const { t } = useTranslation('refusal')
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  const press = () =>
    copy(text).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    )
  return (
    <>
      <Button look={look} onClick={press}>
        {label}
      </Button>
      <span role="status">{said && t(said)}</span>
    </>
  )
}
