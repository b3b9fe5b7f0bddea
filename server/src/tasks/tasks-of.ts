import { signaturesOf } from '@lvliang/shared/reports/month-state'
import type { TaskList } from '@lvliang/shared/tasks/task.schema'
import type { TaskContext } from '@lvliang/shared/tasks/task-source'
import { tasksFor } from '@lvliang/shared/tasks/tasks-for'
import type { Viewer } from '../access/viewer.ts'
import type { Snapshot } from '../ledger/ledger.ts'
import { resolveMoment } from '../ledger/times.ts'
import type { Reader } from '../reader.ts'
import { monthsToSign } from './months-to-sign.ts'

export type DocumentsOf = TaskContext['documents']

/** Whether a county's matters are for whoever asks: one's own, but nobody inspects at home. */
function concerns({ principal, county }: Viewer, code: string): boolean {
  if (principal === 'county') return code === county
  return principal !== 'inspector' || code !== county
}

function contextOf({ ledger, workdays }: Reader, snapshot: Snapshot, viewer: Viewer): Omit<TaskContext, 'documents'> {
  const { moment, programme, evaluation, centres } = snapshot
  const { counties, year } = programme.plan
  return {
    evaluation,
    counties: counties.map(({ code }) => code).filter(code => concerns(viewer, code)),
    centres: centres.filter(({ centre }) => concerns(viewer, centre.countyCode)),
    months: code =>
      monthsToSign(signaturesOf(ledger.recordsOfCounty(code), moment), { today: moment.asOf, year, workdays }),
  }
}

/** What whoever asks has to do today. */
export function tasksOf(reader: Reader, viewer: Viewer, documents: DocumentsOf): TaskList {
  const snapshot = reader.ledger.snapshot(resolveMoment(reader.times, {}), 'reported')
  const context = { ...contextOf(reader, snapshot, viewer), documents }
  return { asOf: snapshot.moment.asOf, items: tasksFor(viewer.principal, context) }
}
