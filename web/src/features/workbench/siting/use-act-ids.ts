import type { ChangeCentre } from '@lvliang/shared/centres/act.schema'
import { useRef } from 'react'
import { newId } from '../../../api/new-id.ts'

type Change = Pick<ChangeCentre, 'facts'> & { siting?: { date: string } }

/** The same change sent again is the same act, whatever became of the first try; another one is another act. */
export function useActIds() {
  const last = useRef<{ said: string; id: string; sitingId: string } | null>(null)
  return {
    wasLast: (change: Change | null) => last.current?.said === JSON.stringify(change),
    body({ facts, siting }: Change): ChangeCentre {
      const said = JSON.stringify({ facts, siting })
      if (last.current?.said !== said) last.current = { said, id: newId(), sitingId: newId() }
      const { id, sitingId } = last.current
      return { id, facts, ...(siting && { siting: { id: sitingId, ...siting } }) }
    },
  }
}
