import type { Change } from '@lvliang/shared/board/summary.schema'

/** Changes of one kind about one thing: a node, a stage, or a step from one light to another. */
export interface ChangeGroup {
  key: string
  kind: Change['kind']
  milestone: Change['milestone']
  stage: Change['stage']
  from: string | null
  to: string | null
  items: Change[]
}

const isLight = (kind: Change['kind']) => kind === 'lightWorse' || kind === 'lightBetter'

function keyOf({ kind, milestone, stage, from, to }: Change): string {
  const about = isLight(kind) ? `${from}-${to}` : (milestone ?? stage ?? '')
  return `${kind}:${about}`
}

/** In the order a leader reads: what is done, what is late, what was checked, how lights turned. */
const ORDER: readonly Change['kind'][] = [
  'done',
  'late',
  'overdue',
  'verified',
  'disputed',
  'lightWorse',
  'lightBetter',
]

export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>()
  for (const change of changes) {
    const key = keyOf(change)
    const group = groups.get(key)
    if (group) group.items.push(change)
    else groups.set(key, { ...change, key, items: [change] })
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
