import type { VisitDraft } from './visit-draft.ts'

/** Drafts of another shape are of an older program, and lack what this one relies on. */
const FORMAT = 1
const PREFIX = 'visit-draft:'
const keyOf = (account: string, visit: string) => `${PREFIX}${account}:${visit}`

interface Stored {
  format: number
  savedAt: string
  /** It was sent as it stands; whether it arrived is another matter. */
  sent: boolean
  draft: VisitDraft
}

function stored(key: string): Stored | null {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null
    return read?.format === FORMAT ? read : null
  } catch {
    return null
  }
}

/** The draft of a visit that this account has begun on this device. */
export const readDraft = (account: string, visit: string): Stored | null => stored(keyOf(account, visit))

/** Keeps a draft at once, not a moment later; answers whether the device had room for it. */
export function keepDraft(account: string, draft: VisitDraft, savedAt: string, sent = false): boolean {
  try {
    localStorage.setItem(keyOf(account, draft.visit), JSON.stringify({ format: FORMAT, savedAt, sent, draft }))
    return true
  } catch {
    return false
  }
}

export function dropDraft(account: string, visit: string): void {
  try {
    localStorage.removeItem(keyOf(account, visit))
  } catch {
    // Where nothing can be stored, nothing is.
  }
}

/** What this account has begun on this device and not yet recorded, the latest first. */
export function draftsOf(account: string): Stored[] {
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(`${PREFIX}${account}:`))
    return keys.flatMap(key => stored(key) ?? []).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  } catch {
    return []
  }
}
