/** What happened since the process started, by metric and label; `/metrics` writes it out. */
const counts = {
  requests: new Map<string, number>(),
  refusals: new Map<string, number>(),
  signIns: new Map<string, number>(),
  backups: new Map<string, number>(),
}
export type Counted = keyof typeof counts

export function count(what: Counted, label: string): void {
  counts[what].set(label, (counts[what].get(label) ?? 0) + 1)
}

export const countsOf = (what: Counted): ReadonlyMap<string, number> => counts[what]
