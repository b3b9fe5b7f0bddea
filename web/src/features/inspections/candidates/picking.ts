import type { Picks } from './picks.ts'

/** What a table that can be picked from needs to know. */
export interface Picking {
  picked: Picks['picked']
  share: 'none' | 'some' | 'all'
  onPick: (code: string, asRange: boolean) => void
  onAll: () => void
}
