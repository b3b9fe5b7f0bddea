import { checkDay } from '../centres/act-rules.ts'
import type { RecordBody } from '../centres/record.schema.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { Workdays } from '../dates/workdays.ts'
import type { Checklist, Severity } from './checklist.schema.ts'
import { workdaysAfter } from './due-day.ts'
import type { RaiseIssue } from './issue.schema.ts'
import { checkDueOn, checkPhotoIds, fault, type IssueFault } from './issue-faults.ts'
import { isOpen } from './issue-moves.ts'
import { type Asker, mayOwn } from './issue-party.ts'
import type { KnownIssue } from './issue-state.ts'

/** What is said of a new issue, on a visit or without one. */
export type Said = Pick<
  RaiseIssue,
  'severity' | 'safety' | 'title' | 'description' | 'item' | 'assign' | 'dueOn' | 'photoIds' | 'repeats' | 'about'
> & { source: RecordBody<'issueRaised'>['source']; visitId?: string }

/** The day and the settings by which gaps are filled. */
export interface RaiseContext {
  today: CalendarDate
  checklist: Pick<Checklist, 'groups' | 'dueWorkdays'>
  workdays: Workdays
}

const groupOf = ({ groups }: RaiseContext['checklist'], item: string | undefined) =>
  groups.find(({ items }) => items.some(({ id }) => id === item))

function severityOf({ source, severity, item }: Said, { checklist }: RaiseContext): Severity | undefined {
  const failed = groupOf(checklist, item)?.items.find(({ id }) => id === item)
  return severity ?? failed?.severity ?? (source === 'order' ? 'general' : undefined)
}

/** As many workdays from today as the settings give a severity, or an order. */
function usualDueDay(said: Said, severity: Severity, { today, checklist, workdays }: RaiseContext): CalendarDate {
  const { value } = checklist.dueWorkdays[said.source === 'order' ? 'order' : severity]
  return workdaysAfter(today, value, workdays)
}

const stated = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/**
 * What the record of a new issue says, once the checklist has filled the gaps: severity and safety by its item, the due
 * day by workdays from today. An order is assigned at once, a finding unless said otherwise.
 */
export function raisedBody(said: Said, context: RaiseContext): RecordBody<'issueRaised'> {
  const { source, title, description, item, visitId, photoIds, repeats, about } = said
  const severity = severityOf(said, context) ?? 'general'
  return {
    source,
    severity,
    safety: said.safety ?? groupOf(context.checklist, item)?.safety ?? false,
    title,
    assigned: source === 'order' || said.assign !== false,
    dueOn: said.dueOn ?? usualDueDay(said, severity, context),
    ...stated({ description: description || undefined, item, visitId, photoIds, repeats, about }),
  } as RecordBody<'issueRaised'>
}

interface Raising extends RaiseContext {
  said: Said
  /** The day of finding. */
  date: CalendarDate
  raiser: Asker
  countyCode: string
  /** Null: of the county alone. */
  centreCode: string | null
  /** The issues of the same centre, or of the county alone, with their numbers. */
  others: readonly { issue: Pick<KnownIssue, 'id' | 'state' | 'item'>; number: string }[]
  /** Whether there is a photo with an id at the place. */
  hasPhoto(id: string): boolean
}

function checkItem({ said, centreCode, others, ...context }: Raising): IssueFault[] {
  const { item } = said
  if (item === undefined) return []
  if (groupOf(context.checklist, item) === undefined || centreCode === null) {
    return [fault('/item', 'itemUnknown', `检查表没有这一项：${item}。 / The checklist has no such item here.`)]
  }
  const open = others.find(({ issue }) => issue.item === item && isOpen(issue.state))
  const message = `该项已有未销号的问题 ${open?.number}，请登记为再次发现。 / ${open?.number} is open on it: say it was found again.`
  return open ? [fault('/item', 'issueOpen', message)] : []
}

function checkRepeats({ said: { repeats }, others }: Raising): IssueFault[] {
  if (repeats === undefined) return []
  const former = others.find(({ issue }) => issue.id === repeats)
  if (former?.issue.state === 'closed') return []
  const message = '只能关联同一地点已销号的问题。 / It repeats a closed issue of the same place.'
  return [fault('/repeats', 'repeatsUnknown', message)]
}

/** What is wrong with a new issue; empty: it can be entered. */
export function checkRaise(raising: Raising): IssueFault[] {
  const { said, date, raiser, countyCode, centreCode, today, workdays, hasPhoto } = raising
  const atHome = '督查人员不督查本人所在县。 / Inspectors do not inspect their own county.'
  return [
    ...(mayOwn(raiser, countyCode) ? [] : [fault(centreCode === null ? '/county' : '/centre', 'homeCounty', atHome)]),
    ...checkDay('/date', date, today).map(({ pointer, code, message }) => ({ pointer, code, message })),
    ...(severityOf(said, raising)
      ? []
      : [fault('/severity', 'severityMissing', '请选择严重程度。 / State how grave.')]),
    ...checkItem(raising),
    ...checkDueOn(said.dueOn, today, workdays),
    ...checkPhotoIds(said.photoIds, hasPhoto),
    ...checkRepeats(raising),
  ]
}
