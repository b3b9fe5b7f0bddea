import type { Principal } from '../accounts/role.ts'
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { centresToVerify, delaysToDecide, idleQuota, relocationsToDecide } from './sources/decisions.ts'
import { missingDocuments, wrongRows } from './sources/gaps.ts'
import {
  issuesToHandOut,
  issuesToRecheck,
  issuesToRectify,
  majorIssues,
  ordersUnanswered,
  visitsToMake,
} from './sources/issues.ts'
import { missingMonths, monthsToSign } from './sources/months.ts'
import { nodesToFile, turningWorse } from './sources/progress.ts'
import { TASK_KINDS, type Task } from './task.schema.ts'
import type { TaskContext, TaskDraft, TaskSource } from './task-source.ts'

/** Who is told of what. */
const SOURCES: Partial<Record<Principal, readonly TaskSource[]>> = {
  leader: [majorIssues, ordersUnanswered, issuesToRecheck],
  county: [issuesToRectify, monthsToSign, nodesToFile, turningWorse, wrongRows, missingDocuments],
  cityOffice: [
    visitsToMake,
    majorIssues,
    ordersUnanswered,
    issuesToRecheck,
    issuesToHandOut,
    relocationsToDecide,
    delaysToDecide,
    centresToVerify,
    missingMonths,
    idleQuota,
  ],
  inspector: [visitsToMake, issuesToRecheck, issuesToHandOut, centresToVerify],
}

/** Centres of a county with the same to do by the same day are one task. */
function bringTogether(drafts: readonly TaskDraft[], today: CalendarDate): Task[] {
  const tasks = new Map<string, Task>()
  for (const { kind, county, centres, due, params } of drafts) {
    const key = JSON.stringify([kind, county, due, params])
    const task = tasks.get(key)
    if (task) task.centres.push(...centres)
    else tasks.set(key, { kind, county, centres: [...centres], due, overdueDays: overdueDays(due, today), params })
  }
  return [...tasks.values()]
}

const overdueDays = (due: CalendarDate | null, today: CalendarDate) =>
  due === null ? 0 : Math.max(0, daysBetween(due, today))

const place = new Map(TASK_KINDS.map((kind, i) => [kind, i]))

/** By the order of the kinds, then what is overdue longest, then by the due day. */
const byUrgency = (a: Task, b: Task) =>
  (place.get(a.kind) as number) - (place.get(b.kind) as number) ||
  b.overdueDays - a.overdueDays ||
  (a.due ?? '9').localeCompare(b.due ?? '9') ||
  a.county.localeCompare(b.county)

/** What a principal has to do (待办) about the counties and centres of the context, the most urgent first. */
export function tasksFor(principal: Principal, context: TaskContext): Task[] {
  const drafts = (SOURCES[principal] ?? []).flatMap(source => source(context))
  return bringTogether(drafts, context.evaluation.today).sort(byUrgency)
}
