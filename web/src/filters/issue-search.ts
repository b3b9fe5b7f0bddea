import type { Severity } from '@lvliang/shared/inspections/checklist.schema'
import type { ISSUE_SORTS, IssueSource, IssueState } from '@lvliang/shared/inspections/issue.schema'
import * as z from 'zod/mini'
import type { ApiParams } from '../api/client.ts'
import { commaList, dateSearch, lenient, yesNo } from './filter-search.ts'

// The schemas of the contract are too heavy for the first load: the lists are repeated, typed by them.
export const ISSUE_STATES = [
  'found',
  'assigned',
  'rectifying',
  'closingRequested',
  'rechecking',
  'returned',
  'closed',
  'withdrawn',
] as const satisfies readonly IssueState[]
export const SEVERITIES = ['general', 'larger', 'major'] as const satisfies readonly Severity[]
export const SOURCES = ['visit', 'spot', 'order'] as const satisfies readonly IssueSource[]
const SORTS = [
  'dueOn',
  '-dueOn',
  'foundOn',
  '-foundOn',
  'severity',
  '-severity',
  'county',
] as const satisfies typeof ISSUE_SORTS

/** What narrows the list of issues, as it stands in its address. */
export const issuesSearchSchema = z.object({
  asOf: dateSearch,
  state: commaList(z.enum(ISSUE_STATES)),
  open: yesNo,
  overdue: yesNo,
  severity: commaList(z.enum(SEVERITIES)),
  source: commaList(z.enum(SOURCES)),
  county: commaList(z.string().check(z.regex(/^\d{6}$/))),
  centre: lenient(z.string().check(z.minLength(1), z.maxLength(40))),
  mine: yesNo,
  q: lenient(z.string().check(z.minLength(1), z.maxLength(100))),
  sort: lenient(z.enum(SORTS)),
})
export type IssuesSearch = z.output<typeof issuesSearchSchema>

/** The filters as parameters of the API, the same for the list and the 整改台账. */
export function issueParams(search: IssuesSearch): ApiParams {
  const { asOf, state, open, overdue, severity, source, county, centre, mine, q, sort } = search
  const lists = { state, severity, source, county }
  const joined = Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values?.join(',')]))
  return { asOf, open, overdue, centre, mine, q, sort, ...joined }
}

const NARROWING = ['state', 'open', 'overdue', 'severity', 'source', 'county', 'centre', 'mine', 'q'] as const

export const areIssuesFiltered = (search: IssuesSearch): boolean =>
  NARROWING.some(key => search[key] !== undefined && search[key] !== false)

export const NO_ISSUE_FILTER = Object.fromEntries(NARROWING.map(key => [key, undefined])) as {
  [K in (typeof NARROWING)[number]]: undefined
}
