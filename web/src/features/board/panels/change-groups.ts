import type { Change } from '@lvliang/shared/board/summary.schema'
import { MILESTONES, STAGES } from '@lvliang/shared/plan/stage'

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

export interface ChangeKindGroup {
  kind: Change['kind']
  count: number
  groups: ChangeGroup[]
}

/** The groups gathered by kind. */
export function kindsOfChange(changes: readonly Change[]): ChangeKindGroup[] {
  const kinds: ChangeKindGroup[] = []
  for (const group of groupChanges(changes)) {
    const last = kinds.at(-1)
    if (last?.kind === group.kind) {
      last.groups.push(group)
      last.count += group.items.length
    } else kinds.push({ kind: group.kind, count: group.items.length, groups: [group] })
  }
  return kinds
}

/** The furthest along first. */
const placeOf = ({ milestone, stage }: ChangeGroup) =>
  milestone === null ? STAGES.indexOf(stage ?? 'proposed') : MILESTONES.indexOf(milestone)

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
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || placeOf(b) - placeOf(a))
}
