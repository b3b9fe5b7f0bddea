import type { IssueState } from '../../inspections/issue.schema.ts'
import { isOpen } from '../../inspections/issue-moves.ts'
import type { KnownIssue } from '../../inspections/issue-state.ts'
import type { TaskKind } from '../task.schema.ts'
import { aboutCentre, aboutCounty, type TaskContext, type TaskDraft, type TaskSource } from '../task-source.ts'

/** Every issue of the context with what makes a task of it. */
function issuesOf({ centres, counties, countyIssues }: TaskContext) {
  const taskOf = (about: (matter: Pick<TaskDraft, 'kind' | 'due' | 'params'>) => TaskDraft) => (issue: KnownIssue) => ({
    issue,
    task: (kind: TaskKind) => about({ kind, due: issue.dueOn, params: { issue: issue.id, title: issue.title } }),
  })
  return [
    ...centres.flatMap(({ centre, state }) => state.issues.map(taskOf(matter => aboutCentre(centre, matter)))),
    ...counties.flatMap(county => countyIssues(county).map(taskOf(matter => aboutCounty(county, matter)))),
  ]
}

const TO_RECTIFY: readonly IssueState[] = ['assigned', 'rectifying', 'returned']
const TO_JUDGE: readonly IssueState[] = ['closingRequested', 'rechecking']

/** Issues a county has to rectify, and orders it has to answer. */
export const issuesToRectify: TaskSource = context =>
  issuesOf(context)
    .filter(({ issue }) => TO_RECTIFY.includes(issue.state))
    .map(({ issue, task }) => task(issue.source === 'order' ? 'answerOrder' : 'rectify'))

/** Issues whose closing was asked for, to be re-checked by whoever owns them. */
export const issuesToRecheck: TaskSource = context =>
  issuesOf(context)
    .filter(({ issue }) => TO_JUDGE.includes(issue.state) && issue.ownerId === context.accountId)
    .map(({ task }) => task('recheck'))

/** Issues found and not yet handed to the county: their owner's, and the city office's. */
export const issuesToHandOut: TaskSource = context =>
  issuesOf(context)
    .filter(({ issue }) => issue.state === 'found' && (context.isOffice || issue.ownerId === context.accountId))
    .map(({ task }) => task('handOut'))

/** One's own orders whose day has passed without an answer. */
export const ordersUnanswered: TaskSource = context =>
  issuesOf(context)
    .filter(
      ({ issue }) =>
        issue.source === 'order' &&
        issue.ownerId === context.accountId &&
        TO_RECTIFY.includes(issue.state) &&
        issue.dueOn < context.evaluation.today,
    )
    .map(({ task }) => task('orderOverdue'))

/** 重大 issues that are open: work may have to stop. */
export const majorIssues: TaskSource = context =>
  issuesOf(context)
    .filter(({ issue }) => issue.severity === 'major' && isOpen(issue.state))
    .map(({ task }) => task('majorIssue'))

/** The visits one has planned or is named for, today's and those of days past not made. */
export const visitsToMake: TaskSource = ({ centres, visits, evaluation: { today } }) =>
  visits
    .filter(({ plannedOn }) => plannedOn <= today)
    .flatMap(({ id, code, plannedOn }) => {
      const found = centres.find(({ centre }) => centre.code === code)
      return found ? [aboutCentre(found.centre, { kind: 'visit', due: plannedOn, params: { visit: id } })] : []
    })
