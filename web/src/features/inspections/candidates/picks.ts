import type { Candidate } from '@lvliang/shared/inspections/candidate.schema'

/** Candidates picked, with what was known of them then: filtering them away does not unpick them. */
export interface Picks {
  picked: ReadonlyMap<string, Candidate>
  /** Where a range begins. */
  anchor: string | null
}

export const NO_PICKS: Picks = { picked: new Map(), anchor: null }

/** Nobody plans a visit at home. */
export const isPickable = ({ recused }: Pick<Candidate, 'recused'>): boolean => !recused

function withAll(picked: Picks['picked'], rows: readonly Candidate[], on: boolean): Map<string, Candidate> {
  const next = new Map(picked)
  for (const row of rows) {
    if (!on) next.delete(row.code)
    else if (isPickable(row)) next.set(row.code, row)
  }
  return next
}

function rangeOf(rows: readonly Candidate[], from: string | null, to: string): readonly Candidate[] {
  const end = rows.findIndex(({ code }) => code === to)
  const start = from === null ? end : rows.findIndex(({ code }) => code === from)
  // Filtered away meanwhile, a beginning is no more.
  const first = start === -1 ? end : start
  return rows.slice(Math.min(first, end), Math.max(first, end) + 1)
}

/** Picks a row or takes it back; as a range, all from the last one pressed to this one become what this one becomes. */
export function toggle({ picked, anchor }: Picks, rows: readonly Candidate[], code: string, asRange: boolean): Picks {
  const on = !picked.has(code)
  return { picked: withAll(picked, rangeOf(rows, asRange ? anchor : null, code), on), anchor: code }
}

/** Picks all rows shown, or, where all are picked, takes them back. */
export function toggleAll({ picked }: Picks, rows: readonly Candidate[]): Picks {
  return { picked: withAll(picked, rows, shareOf(picked, rows) !== 'all'), anchor: null }
}

/** How many of the rows that can be picked are. */
export function shareOf(picked: Picks['picked'], rows: readonly Candidate[]): 'none' | 'some' | 'all' {
  const pickable = rows.filter(isPickable)
  const n = pickable.filter(({ code }) => picked.has(code)).length
  return n === 0 ? 'none' : n === pickable.length ? 'all' : 'some'
}

export function without({ picked, anchor }: Picks, codes: Iterable<string>): Picks {
  const next = new Map(picked)
  for (const code of codes) next.delete(code)
  return { picked: next, anchor }
}
