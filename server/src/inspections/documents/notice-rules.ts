import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import type { KnownIssue } from '@lvliang/shared/inspections/issue-state'
import { DomainError } from '../../errors.ts'

/** 整改通知书, 停工整改通知书, 督办函. */
export const NOTICE_KINDS = ['rectification', 'stopWork', 'supervision'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

type Judged = Pick<KnownIssue, 'state' | 'source' | 'severity' | 'dueOn'>

/** Why a paper of a kind is none for an issue on a day; null: it is one. */
function obstacle(kind: NoticeKind, { state, source, severity, dueOn }: Judged, today: CalendarDate) {
  if (!isOpen(state)) return ['notOpen', '问题已销号或撤销，不再发文。 / The issue is no longer open.'] as const
  const isOrder = source === 'order'
  if (kind === 'supervision' && !isOrder && dueOn >= today)
    return ['notOverdue', '督办函只用于领导交办或逾期的问题。 / A 督办函 is for an order or an overdue issue.'] as const
  if (kind !== 'supervision' && isOrder)
    return ['isOrder', '领导交办用督办函。 / An order is followed by a 督办函.'] as const
  if (kind === 'stopWork' && severity !== 'major')
    return ['notMajor', '停工整改通知书只用于重大问题。 / A stop-work notice is for 重大 alone.'] as const
  return null
}

export function refuseNotice(kind: NoticeKind, issue: Judged, today: CalendarDate): void {
  const found = obstacle(kind, issue, today)
  if (!found) return
  const [code, message] = found
  throw new DomainError('ruleBroken', message, [{ pointer: '/query/kind', code, message }])
}
