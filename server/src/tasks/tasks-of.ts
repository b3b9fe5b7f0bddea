import { foldCounty } from '@lvliang/shared/board/county'
import { signaturesOf } from '@lvliang/shared/reports/month-state'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import type { TaskContext } from '@lvliang/shared/tasks/task-source'
import { tasksFor } from '@lvliang/shared/tasks/tasks-for'
import type { Viewer } from '../access/viewer.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { monthsToSign } from './months-to-sign.ts'

/** What tasks are found in beside the records. */
export interface TaskMatter {
  documents: TaskContext['documents']
  /** Visits to come that an account is named for. */
  plannedVisits(accountId: string): TaskContext['visits']
}

/** Whether a county's matters are for whoever asks: one's own, but nobody inspects at home. */
function concerns({ principal, county }: Viewer, code: string): boolean {
  if (principal === 'county') return code === county
  return principal !== 'inspector' || code !== county
}

function contextOf(
  { ledger, workdays }: Reader,
  snapshot: Snapshot,
  viewer: Viewer,
  { documents, plannedVisits }: TaskMatter,
): TaskContext {
  const { moment, programme, evaluation, centres } = snapshot
  const { counties, year } = programme.plan
  // Through a county's eyes nothing is one's own.
  const accountId = viewer.viewingAs === null ? viewer.accountId : null
  return {
    accountId,
    isOffice: viewer.principal === 'cityOffice',
    visits: accountId === null ? [] : plannedVisits(accountId),
    countyIssues: code => foldCounty(ledger.recordsOfCounty(code), moment).issues,
    documents,
    evaluation,
    counties: counties.map(({ code }) => code).filter(code => concerns(viewer, code)),
    centres: centres.filter(({ centre }) => concerns(viewer, centre.countyCode)),
    months: code =>
      monthsToSign(signaturesOf(ledger.recordsOfCounty(code), moment), { today: moment.asOf, year, workdays }),
  }
}

/** What whoever asks has to do today. */
export function tasksOf(reader: Reader, viewer: Viewer, matter: TaskMatter): TaskList {
  const snapshot = reader.ledger.snapshot(resolveMoment(reader.times, {}), 'reported')
  return {
    asOf: snapshot.moment.asOf,
    items: tasksFor(viewer.principal, contextOf(reader, snapshot, viewer, matter)),
  }
}
