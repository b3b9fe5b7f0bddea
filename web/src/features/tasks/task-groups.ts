import { TASK_KINDS, type Task, type TaskKind } from '@lvliang/shared/tasks/task.schema'

export interface TaskGroup {
  kind: TaskKind
  tasks: Task[]
  /** Centres, months and requests in all. */
  count: number
  /** Days the one longest overdue is past its day. */
  overdueDays: number
}

/** A task about no centre is one thing; else each of its centres is one. */
const things = ({ centres }: Task) => Math.max(1, centres.length)

/** What there is to do by kind, in the order of the kinds. */
export function groupTasks(tasks: readonly Task[]): TaskGroup[] {
  return TASK_KINDS.flatMap(kind => {
    const own = tasks.filter(task => task.kind === kind)
    if (own.length === 0) return []
    return {
      kind,
      tasks: own,
      count: own.reduce((sum, task) => sum + things(task), 0),
      overdueDays: Math.max(...own.map(task => task.overdueDays)),
    }
  })
}
