import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import type { Task } from '@lvliang/shared/tasks/task.schema'

/** Kinds of things to do that are there for as long as the centre has their badge, by what tells two badges apart. */
const BADGES = new Map<string, { badge: string; task: string } | null>([
  ['disputed', { badge: 'stage', task: 'stage' }],
  ['doubt', { badge: 'text', task: 'reason' }],
  ['dateOrder', null],
  ['fundOrder', null],
  ['missingDay', null],
  ['unlocated', null],
])

function isOpen({ kind, params }: Task, found: Task['centres'][number], now: CentreSheet | undefined): boolean {
  if (now === undefined) return true
  if (kind === 'fileNode') return now.milestones[params.milestone as MilestoneId]?.done !== true
  const apart = BADGES.get(kind)
  if (apart !== undefined) {
    return now.badges.some(
      ({ code, params: of }) => code === kind && (apart === null || String(of[apart.badge]) === params[apart.task]),
    )
  }
  // What may come depends on everything filed: only who evaluates the plan can say it anew.
  return kind !== 'turnsWorse' || now.version <= found.version
}

/**
 * What is still to be done on the centres as they stand now. The list of things to do is read a moment after each
 * act: until then it holds what was just done, and nobody is to do that twice.
 */
export function openTasks(tasks: readonly Task[], centres: readonly CentreSheet[]): Task[] {
  const now = new Map(centres.map(centre => [centre.code, centre]))
  return tasks.flatMap(task => {
    const open = task.centres.filter(found => isOpen(task, found, now.get(found.code)))
    if (open.length === task.centres.length) return task
    return open.length === 0 ? [] : { ...task, centres: open }
  })
}
