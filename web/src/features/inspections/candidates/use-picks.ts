import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'
import { useCallback, useMemo, useState } from 'react'
import type { Picking } from './picking.ts'
import { NO_PICKS, type Picks, shareOf, toggle, toggleAll, without } from './picks.ts'

/** Picks outlast a look at a centre's page; they are those of the account that made them. */
const kept = new Map<string, Picks>()

/** What an account has picked, and how it picks among the rows now shown. */
export function usePicks(account: string, rows: readonly Candidate[]) {
  const [picks, setPicks] = useState(() => kept.get(account) ?? NO_PICKS)
  const change = useCallback(
    (next: (previous: Picks) => Picks) =>
      setPicks(previous => {
        const made = next(previous)
        kept.clear()
        kept.set(account, made)
        return made
      }),
    [account],
  )
  const { picked } = picks
  const picking = useMemo<Picking>(
    () => ({
      picked,
      share: shareOf(picked, rows),
      onPick: (code, asRange) => change(previous => toggle(previous, rows, code, asRange)),
      onAll: () => change(previous => toggleAll(previous, rows)),
    }),
    [picked, rows, change],
  )
  const drop = useCallback((codes: Iterable<string>) => change(previous => without(previous, codes)), [change])
  const clear = useCallback(() => change(() => NO_PICKS), [change])
  return { picking, drop, clear }
}
