import { useCallback, useRef } from 'react'
import { newId } from '../../api/new-id.ts'

/** An id for each content: the same sent once more is the same act, whatever became of the first answer. */
export function useActId() {
  const last = useRef({ text: '', id: '' })
  return useCallback((content: unknown): string => {
    const text = JSON.stringify(content)
    if (last.current.text !== text) last.current = { text, id: newId() }
    return last.current.id
  }, [])
}
