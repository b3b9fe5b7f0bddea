import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import type { CheckItem, ChecklistInForce, Severity } from '@lvliang/shared/inspections/checklist.schema'
import { workdaysAfter } from '@lvliang/shared/inspections/due-day'
import type { Issue } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import { newId } from '../../../api/new-id.ts'
import type { DraftFinding } from './visit-draft.ts'

/** The issues a centre has had of an item: the one that is open, the last that was closed. */
export function issuesOfItem({ issues }: Pick<CentreDetail, 'issues'>, item: string): { open?: Issue; closed?: Issue } {
  const own = issues.filter(issue => issue.item === item)
  const closed = own
    .filter(({ state }) => state === 'closed')
    .sort((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? 1 : -1))
  const open = own.find(({ state }) => isOpen(state))
  return { ...(open ? { open } : {}), ...(closed[0] ? { closed: closed[0] } : {}) }
}

const LONGEST_TITLE = 100

/** What a failed item begins with: the words and severity of the item, or the open issue that it is. */
export function findingOf(item: CheckItem, centre: Pick<CentreDetail, 'issues'>, title: string): DraftFinding {
  const { open } = issuesOfItem(centre, item.id)
  return {
    id: newId(),
    item: item.id,
    severity: open?.severity ?? item.severity,
    title: (open?.title ?? title).slice(0, LONGEST_TITLE),
    description: '',
    dueOn: '',
    assign: true,
    again: open?.id ?? null,
    repeats: null,
  }
}

/** A finding of no item of the checklist. */
export const otherFinding = (): DraftFinding => ({
  id: newId(),
  item: null,
  severity: 'general',
  title: '',
  description: '',
  dueOn: '',
  assign: true,
  again: null,
  repeats: null,
})

/** By when a finding is to be rectified where nobody says another day. */
export const defaultDueOn = (
  severity: Severity,
  today: string,
  { dueWorkdays }: Pick<ChecklistInForce, 'dueWorkdays'>,
  workdays: Workdays,
): string => workdaysAfter(today, dueWorkdays[severity].value, workdays)
