import { useEffect, useReducer, useRef, useState } from 'react'
import { shanghaiTime } from '../../../format/format.ts'
import { keepDraft, readDraft } from './draft-store.ts'
import { reduceDraft, type VisitDraft } from './visit-draft.ts'

const wallTime = (instant: string) => shanghaiTime(instant).slice(11)

/** How the draft stands on the device: when it was last kept, null before anything was said. */
export interface Kept {
  time: string | null
  /** The device has no room: what is typed is on this page alone. */
  failed: boolean
}

/** A draft that is kept on the device with every change, before anything else can happen to the page. */
export function useDraft(account: string, begin: () => VisitDraft) {
  const [first] = useState(() => {
    const begun = begin()
    return readDraft(account, begun.visit) ?? { draft: begun, savedAt: null }
  })
  const [draft, act] = useReducer(reduceDraft, first.draft)
  const [kept, setKept] = useState<Kept>({ time: first.savedAt && wallTime(first.savedAt), failed: false })
  const last = useRef(first.draft)
  useEffect(() => {
    if (draft === last.current) return
    last.current = draft
    const now = new Date().toISOString()
    const done = keepDraft(account, draft, now)
    setKept(old => {
      const next = done ? { time: wallTime(now), failed: false } : { time: old.time, failed: true }
      return old.time === next.time && old.failed === next.failed ? old : next
    })
  }, [account, draft])
  return { draft, act, kept }
}
