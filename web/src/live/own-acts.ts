const KEPT = 500
const own = new Set<string>()

/** Notes what this tab did itself, by the id it sent along: that is no news to it. */
export function noteOwnAct(id: string): void {
  own.add(id)
  if (own.size > KEPT) own.delete(own.values().next().value as string)
}

/** Whether this tab did it. */
export const isOwnAct = ({ recordId, act }: { recordId: string; act: string }): boolean =>
  own.has(recordId) || own.has(act)
