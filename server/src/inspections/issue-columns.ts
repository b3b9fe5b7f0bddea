import { type CalendarDate, daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Checklist, Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueSource, IssueState } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { FoundIssue } from '../ledger/issue-index.ts'
import type { Cell } from '../lib/csv.ts'
import type { Column } from '../lib/table.ts'

/** Words of the 整改台账, which is Chinese as the offices' own are. */
export const SEVERITY_WORDS: Record<Severity, string> = { general: '一般', larger: '较大', major: '重大' }
const SOURCE_WORDS: Record<IssueSource, string> = { visit: '督查发现', spot: '日常发现', order: '领导交办' }
export const STATE_WORDS: Record<IssueState, string> = {
  found: '发现',
  assigned: '已交办',
  rectifying: '整改中',
  closingRequested: '申请销号',
  rechecking: '复核中',
  returned: '退回',
  closed: '已销号',
  withdrawn: '已撤销',
}

const column = (group: string, header: string, width: number, value: (found: FoundIssue) => Cell) => ({
  group,
  header,
  width,
  value,
})

/** What the county said last of what it did. */
const answerOf = ({ issue }: FoundIssue): string | null =>
  issue.moves.findLast(({ move, note }) => move === 'requestClosing' && note)?.note ?? null

interface Named {
  plan: PlanFile
  checklist: Pick<Checklist, 'groups'>
  asOf: CalendarDate
}

/** The columns of the 整改台账, grouped as an office prints them. */
export function issueColumns({ plan, checklist, asOf }: Named): Column<FoundIssue>[] {
  const counties = new Map(plan.counties.map(({ code, name }) => [code, name.zh]))
  const items = new Map(checklist.groups.flatMap(group => group.items.map(({ id, text }) => [id, text.zh])))
  return [
    column('问题', '编号', 13, ({ number }) => number),
    column('问题', '县(市、区)', 10, ({ county }) => counties.get(county) ?? county),
    column('问题', '项目编号', 12, ({ centre }) => centre?.code ?? null),
    column('问题', '项目', 14, ({ centre }) => centre?.name ?? '全县'),
    column('问题', '来源', 9, ({ issue }) => SOURCE_WORDS[issue.source]),
    column('问题', '程度', 6, ({ issue }) => SEVERITY_WORDS[issue.severity]),
    column('问题', '安全', 5, ({ issue }) => (issue.safety ? '是' : null)),
    column('问题', '问题', 24, ({ issue }) => issue.title),
    column('问题', '检查项', 20, ({ issue }) =>
      issue.item === undefined ? null : (items.get(issue.item) ?? issue.item),
    ),
    column('问题', '说明', 30, ({ issue }) => issue.description ?? null),
    column('问题', '提出单位', 11, ({ issue }) => issue.raisedBy),
    column('整改', '状态', 9, ({ issue }) => STATE_WORDS[issue.state]),
    column('整改', '发现日期', 11, ({ issue }) => issue.foundOn),
    column('整改', '整改时限', 11, ({ issue }) => issue.dueOn),
    column('整改', '超期天数', 7, ({ issue }) =>
      isOpen(issue.state) && issue.dueOn < asOf ? daysBetween(issue.dueOn, asOf) : null,
    ),
    column('整改', '整改情况', 30, answerOf),
    column('整改', '退回次数', 7, ({ issue }) => issue.moves.filter(({ move }) => move === 'return').length || null),
    column('整改', '销号日期', 11, ({ issue }) => issue.closedOn),
  ]
}
