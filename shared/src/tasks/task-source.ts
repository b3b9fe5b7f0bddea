import type { EvaluatedCentre } from '../board/summarise.ts'
import type { Centre } from '../centres/centre.schema.ts'
import type { Evaluation } from '../centres/evaluate.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { DocumentKind } from '../evidence/evidence.schema.ts'
import type { KnownIssue } from '../inspections/issue-state.ts'
import type { Task } from './task.schema.ts'

/** A month that is over and does not stand signed. */
export interface MonthToSign {
  period: string
  due: CalendarDate
  /** Why the city office sent it back; null: it did not. */
  returned: string | null
}

/** What is known on a day of the counties and centres that concern whoever asks. */
export interface TaskContext {
  /** The day, its plan and policy. */
  evaluation: Evaluation
  counties: readonly string[]
  centres: readonly EvaluatedCentre[]
  /** The months a county has still to sign, oldest first. */
  months(county: string): readonly MonthToSign[]
  /** Issues about a county itself. */
  countyIssues(county: string): readonly KnownIssue[]
  /** Whoever asks: null where it is nobody's account. */
  accountId: string | null
  isOffice: boolean
  /** Visits to come that whoever asks is named for. */
  visits: readonly { id: string; code: string; plannedOn: CalendarDate }[]
  /** The kinds of documents there are of a centre or of a county itself, by its code. */
  documents(owner: string): ReadonlySet<DocumentKind>
}

/** One thing to do about one centre or county, before it is brought together with its like. */
export type TaskDraft = Omit<Task, 'overdueDays'>

/** Finds what there is to do of some kinds. A new kind of task is a new source, named in `tasksFor`'s table. */
export type TaskSource = (context: TaskContext) => TaskDraft[]

type Matter = Pick<Task, 'kind'> & Partial<Pick<Task, 'due' | 'params'>>

export const aboutCounty = (county: string, { kind, due = null, params = {} }: Matter): TaskDraft => ({
  kind,
  county,
  centres: [],
  due,
  params,
})

export const aboutCentre = ({ countyCode, code, name, version }: Centre, matter: Matter): TaskDraft => ({
  ...aboutCounty(countyCode, matter),
  centres: [{ code, name, version }],
})
