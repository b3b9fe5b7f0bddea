import type { EvaluatedCentre } from '../board/summarise.ts'
import type { Centre, LightColour } from '../centres/centre.schema.ts'
import { addDays, type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { dueDocuments } from '../evidence/due-documents.ts'
import type { DocumentKind } from '../evidence/evidence.schema.ts'
import type { Milestone } from '../plan/plan.schema.ts'
import { TASK_KINDS, type Task, type TaskKind } from './task.schema.ts'

/** A node is to be filed this many days before its day [ours]. */
const FILE_AHEAD_DAYS = 14

/** The month a county has to sign next. */
export interface MonthToSign {
  period: string
  due: CalendarDate
  /** Why the city office sent it back; null: it did not. */
  returned: string | null
}

export interface CountyTasksInput {
  county: string
  centres: readonly EvaluatedCentre[]
  milestones: readonly Milestone[]
  today: CalendarDate
  months: readonly MonthToSign[]
  /** The colour a centre's light will have and from when, if nothing is filed; null: it stays as it is. */
  worsens(centre: Centre): { colour: LightColour; on: CalendarDate } | null
  /** Kinds of documents there are, by centre code, and by the county's own. */
  documents(owner: string): ReadonlySet<DocumentKind>
}

const nameOf = ({ code, name }: Centre) => ({ code, name })
const overdue = (due: CalendarDate, today: CalendarDate) => Math.max(0, daysBetween(due, today))

const order = new Map(TASK_KINDS.map((kind, i) => [kind, i]))

/** The most urgent first: what is overdue longest, then by the order of the kinds and the due day. */
export const sortTasks = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort(
    (a, b) =>
      (order.get(a.kind) as number) - (order.get(b.kind) as number) ||
      b.overdueDays - a.overdueDays ||
      (a.due ?? '9').localeCompare(b.due ?? '9') ||
      a.county.localeCompare(b.county),
  )

/** Centres of one kind of task, grouped by what else they share. */
class Groups {
  readonly #tasks = new Map<string, Task>()
  readonly #county: string
  readonly #today: CalendarDate

  constructor(county: string, today: CalendarDate) {
    this.#county = county
    this.#today = today
  }

  add(kind: TaskKind, centre: Centre | null, params: Record<string, string> = {}, due: CalendarDate | null = null) {
    const key = JSON.stringify([kind, params, due])
    const task = this.#tasks.get(key) ?? {
      kind,
      county: this.#county,
      centres: [],
      due,
      overdueDays: due === null ? 0 : overdue(due, this.#today),
      params,
    }
    if (centre !== null) task.centres.push(nameOf(centre))
    this.#tasks.set(key, task)
  }

  list(): Task[] {
    return [...this.#tasks.values()]
  }
}

/** The next node a centre has to reach, where its day is near or past. */
function nodeToFile(centre: Centre, milestones: readonly Milestone[], today: CalendarDate): Milestone | undefined {
  return milestones.find(({ id }) => {
    const node = centre.milestones[id]
    return !node.done && today >= addDays(node.due, -FILE_AHEAD_DAYS)
  })
}

const WRONG = ['doubt', 'dateOrder', 'fundOrder', 'missingDay', 'unlocated'] as const

function addWrongs(groups: Groups, centre: Centre): void {
  for (const badge of centre.badges) {
    if (badge.code === 'disputed') groups.add('disputed', centre, { stage: String(badge.params.stage) })
    const wrong = WRONG.find(code => code === badge.code)
    if (wrong) groups.add(wrong, centre, wrong === 'doubt' ? { reason: String(badge.params.text) } : {})
  }
}

function addDocuments(groups: Groups, centre: Centre, has: ReadonlySet<DocumentKind>): void {
  for (const kind of dueDocuments(centre.stage)) {
    if (!has.has(kind)) groups.add('missingDocument', centre, { document: kind })
  }
}

/** What a county has to do: months to sign, nodes to file, what is wrong with its rows, gaps to fill. */
export function countyTasks(input: CountyTasksInput): Task[] {
  const { county, centres, milestones, today, months, worsens, documents } = input
  const groups = new Groups(county, today)
  for (const { period, due, returned } of months) {
    if (returned === null) groups.add('signMonth', null, { period }, due)
    else groups.add('monthReturned', null, { period, reason: returned })
  }
  for (const { centre } of centres) {
    const node = nodeToFile(centre, milestones, today)
    if (node) groups.add('fileNode', centre, { milestone: node.id, stage: node.stage }, centre.milestones[node.id].due)
    const worse = worsens(centre)
    if (worse) groups.add('turnsWorse', centre, { colour: worse.colour }, worse.on)
    addWrongs(groups, centre)
    addDocuments(groups, centre, documents(centre.code))
  }
  const own = documents(county)
  for (const kind of ['countyPlan', 'countyMeasures'] as const) {
    if (!own.has(kind)) groups.add('missingDocument', null, { document: kind })
  }
  return sortTasks(groups.list())
}

export interface OfficeTasksInput {
  centres: readonly EvaluatedCentre[]
  today: CalendarDate
  milestones: readonly Milestone[]
  /** Months due and not signed, by county. */
  missing: readonly { county: string; period: string; due: CalendarDate }[]
}

/** What waits to be verified, by county. */
export function verificationTasks(centres: readonly EvaluatedCentre[], today: CalendarDate): Task[] {
  const byCounty = new Map<string, Groups>()
  for (const { centre } of centres) {
    if (centre.verification !== 'reportedOnly') continue
    const groups = byCounty.get(centre.countyCode) ?? new Groups(centre.countyCode, today)
    byCounty.set(centre.countyCode, groups)
    groups.add('verify', centre)
  }
  return [...byCounty.values()].flatMap(groups => groups.list())
}

/** Slots whose village is this many days overdue may be better used elsewhere [ours]. */
const UNSITED_DAYS = 15

/** What the city office has to do: answer requests, verify, ask for months, move quota that lies idle. */
export function officeTasks({ centres, today, milestones, missing }: OfficeTasksInput): Task[] {
  const siting = milestones.find(({ stage }) => stage === 'sited')
  const tasks = centres.flatMap(({ centre, state }): Task[] => {
    const groups = new Groups(centre.countyCode, today)
    const relocation = state.relocations.find(({ agreedOn, declinedOn }) => agreedOn === null && declinedOn === null)
    if (relocation) groups.add('relocation', centre, { requestId: relocation.id, reason: relocation.reason })
    for (const { id, milestone, newDue, decided } of state.delayRequests) {
      if (decided === null) groups.add('delay', centre, { requestId: id, milestone, newDue })
    }
    return groups.list()
  })
  const idle = new Map<string, Groups>()
  for (const { centre } of centres) {
    if (!siting || centre.milestones[siting.id].overdueDays <= UNSITED_DAYS) continue
    const groups = idle.get(centre.countyCode) ?? new Groups(centre.countyCode, today)
    idle.set(centre.countyCode, groups)
    groups.add('unsited', centre, {}, centre.milestones[siting.id].due)
  }
  const months = missing.flatMap(({ county, period, due }) => {
    const groups = new Groups(county, today)
    groups.add('monthMissing', null, { period }, due)
    return groups.list()
  })
  return sortTasks([
    ...tasks,
    ...verificationTasks(centres, today),
    ...months,
    ...[...idle.values()].flatMap(groups => groups.list()),
  ])
}
