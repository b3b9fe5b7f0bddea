import { useMemo } from 'react'
import { newId } from '../../api/new-id.ts'

/** An id for each content: the same sent once more is the same act, whatever became of the first answer. */
export function useActId() {
  return useMemo(() => {
    let last = { text: '', id: '' }
    return {
      idOf(content: unknown): string {
        const text = JSON.stringify(content)
        if (last.text !== text) last = { text, id: newId() }
        return last.id
      },
      /** It is done; the same content after that is another act. */
      forget() {
        last = { text: '', id: '' }
      },
    }
  }, [])
}
