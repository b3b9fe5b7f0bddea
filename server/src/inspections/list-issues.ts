import { SEVERITIES } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueCounts, IssueListQuery, IssuePage } from '@lvliang/shared/inspections/issue.schema'
import { isOpen } from '@lvliang/shared/inspections/issue-moves'
import { countIssues } from '@lvliang/shared/inspections/issue-state'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Viewer } from '../access/viewer.ts'
import { readCursor, walkOf, writeCursor } from '../ledger/cursor.ts'
import { isMine, issueAnswer } from '../ledger/issue-answer.ts'
import type { FoundIssue } from '../ledger/issue-index.ts'
import { resolveMoment } from '../ledger/times.ts'
import { LruCache } from '../lib/lru-cache.ts'
import type { Reader } from '../reader.ts'

const DEFAULT_LIMIT = 100
const KEPT_WALKS = 8

export type IssueQuery = Omit<IssueListQuery, 'limit' | 'cursor'>
type Sort = NonNullable<IssueQuery['sort']>
type Test = (found: FoundIssue) => boolean

interface Asked {
  query: IssueQuery
  viewer: Viewer
  asOf: string
  plan: PlanFile
}

const oneOf = <T>(values: readonly T[] | undefined, of: (found: FoundIssue) => T): Test | null => {
  const wanted = values && new Set(values)
  return wanted ? found => wanted.has(of(found)) : null
}

const exactly = (wanted: boolean | undefined, is: Test): Test | null =>
  wanted === undefined ? null : found => is(found) === wanted

/** Every word must appear in its number, its title, or the names of where it is. */
function byText(q: string | undefined, plan: PlanFile): Test | null {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const counties = new Map(plan.counties.map(({ code, name }) => [code, `${name.zh} ${name.en}`]))
  return ({ issue, number, county, centre }) => {
    const where = [centre?.code, centre?.name, counties.get(county)].join(' ')
    const text = `${number} ${issue.title} ${where}`.toLowerCase()
    return words.every(word => text.includes(word))
  }
}

function testsOf({ query, viewer, asOf, plan }: Asked): Test[] {
  const { state, open, overdue, severity, source, county, centre, mine, q } = query
  return [
    oneOf(state, ({ issue }) => issue.state),
    oneOf(severity, ({ issue }) => issue.severity),
    oneOf(source, ({ issue }) => issue.source),
    oneOf(county, found => found.county),
    oneOf(centre === undefined ? undefined : [centre], found => found.centre?.code ?? null),
    exactly(open, ({ issue }) => isOpen(issue.state)),
    exactly(overdue, ({ issue }) => isOpen(issue.state) && issue.dueOn < asOf),
    exactly(mine, found => isMine(found, viewer)),
    byText(q, plan),
  ].filter(test => test !== null)
}

const VALUES: Record<Exclude<Sort, `-${string}`>, (found: FoundIssue) => string | number> = {
  dueOn: ({ issue }) => issue.dueOn,
  foundOn: ({ issue }) => issue.foundOn,
  severity: ({ issue }) => SEVERITIES.indexOf(issue.severity),
  county: ({ county }) => county,
}

/** Ties follow the order of entry. */
function sorted(found: readonly FoundIssue[], sort: Sort): readonly FoundIssue[] {
  const by = VALUES[sort.replace(/^-/, '') as keyof typeof VALUES]
  const sign = sort.startsWith('-') ? -1 : 1
  const keyed = found.map((one, i) => ({ one, i, value: by(one) }))
  keyed.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : a.i - b.i))
  return keyed.map(({ one }) => one)
}

export const selectIssues = (found: readonly FoundIssue[], asked: Asked): readonly FoundIssue[] => {
  const tests = testsOf(asked)
  return sorted(
    found.filter(one => tests.every(test => test(one))),
    asked.query.sort ?? 'dueOn',
  )
}

interface Selection {
  selected: readonly FoundIssue[]
  counts: IssueCounts
}

/** Sorted selections of the issues known at a moment: the pages of one walk share its work. */
const walks = new WeakMap<readonly FoundIssue[], LruCache<string, Selection>>()

function selectionOf(found: readonly FoundIssue[], asked: Asked, walk: string): Selection {
  const kept = walks.get(found) ?? new LruCache(KEPT_WALKS)
  walks.set(found, kept)
  const { query, viewer, asOf } = asked
  const key = `${walk} ${asOf} ${query.mine === undefined ? '' : `${viewer.accountId} ${viewer.viewingAs}`}`
  const known = kept.get(key)
  if (known) return known
  const selected = selectIssues(found, asked)
  const issues = selected.map(({ issue }) => issue)
  const selection = { selected, counts: countIssues(issues, asOf) }
  kept.set(key, selection)
  return selection
}

/** One page of issues. A cursor holds the moment of the first page, so that a walk sees one world. */
export function listIssues({ ledger, issues, times }: Reader, query: IssueListQuery, viewer: Viewer): IssuePage {
  const walk = walkOf(query)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, walk)
  const moment = resolveMoment(times, { ...query, ...cursor?.moment })
  const { asOf } = moment
  const { plan } = ledger.programmeAt(moment.knownAt)
  const { selected, counts } = selectionOf(issues.at(moment), { query, viewer, asOf, plan }, walk)
  const start = cursor?.offset ?? 0
  const end = start + (query.limit ?? DEFAULT_LIMIT)
  return {
    asOf,
    items: selected.slice(start, end).map(found => issueAnswer(found, viewer, asOf)),
    total: selected.length,
    counts,
    nextCursor: end < selected.length ? writeCursor({ offset: end, moment }, walk) : null,
  }
}
