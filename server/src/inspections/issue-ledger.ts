import type { Viewer } from '../access/viewer.ts'
import { attachment, DEMONSTRATION_LINE, XLSX_TYPE } from '../http/attachment.ts'
import { resolveMoment } from '../ledger/times.ts'
import { writeXlsx } from '../lib/write-xlsx.ts'
import { issueColumns } from './issue-columns.ts'
import type { IssueDeps } from './issues.service.ts'
import { type IssueQuery, selectIssues } from './list-issues.ts'

/** The 整改台账: the issues that a filter leaves, as a workbook. */
export async function issueLedger(
  { reader, checklist }: Pick<IssueDeps, 'reader' | 'checklist'>,
  query: IssueQuery,
  viewer: Viewer,
) {
  const { ledger, issues, times, demonstration } = reader
  const moment = resolveMoment(times, query)
  const { asOf } = moment
  const { plan } = ledger.programmeAt(moment.knownAt)
  const entries = selectIssues(issues.at(moment), { query, viewer, asOf, plan })
  const lines = [`截至：${asOf}`, `问题数：${entries.length}`, ...(demonstration ? [DEMONSTRATION_LINE] : [])]
  const columns = issueColumns({ plan, checklist, asOf })
  return {
    body: await writeXlsx({ title: `${plan.title.zh}问题整改台账`, lines, columns, entries }),
    contentType: XLSX_TYPE,
    headers: attachment(reader, { asOf, extension: 'xlsx', what: 'issues' }),
  }
}
