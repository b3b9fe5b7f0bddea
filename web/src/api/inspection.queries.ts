import type { CandidateList } from '@lvliang/shared/inspections/candidate.schema'
import type { ChecklistInForce } from '@lvliang/shared/inspections/checklist.schema'
import type { IssueDetail, IssuePage, MoveIssue, RaiseIssue } from '@lvliang/shared/inspections/issue.schema'
import type {
  InspectorList,
  PlanVisit,
  RecordVisit,
  VisitDetail,
  VisitPage,
} from '@lvliang/shared/inspections/visit.schema'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { noteOwnAct } from '../live/own-acts.ts'
import { type ApiParams, apiGet, apiSend, apiUrl } from './client.ts'

const PAGE = 100
const visitAt = (id: string) => `/visits/${encodeURIComponent(id)}`
const issueAt = (id: string) => `/issues/${encodeURIComponent(id)}`

export const checklistQueries = {
  current: () =>
    queryOptions({
      queryKey: ['checklist'] as const,
      queryFn: ({ signal }) => apiGet<ChecklistInForce>('/checklist', {}, signal),
      staleTime: 5 * 60_000,
    }),
}

/** Whom a visit may name. */
export const inspectorQueries = {
  all: () =>
    queryOptions({
      queryKey: ['inspectors'] as const,
      queryFn: ({ signal }) => apiGet<InspectorList>('/inspectors', {}, signal),
      staleTime: 60_000,
    }),
}

export const candidateQueries = {
  all: ['candidates'] as const,
  list: (params: ApiParams) =>
    queryOptions({
      queryKey: [...candidateQueries.all, params] as const,
      queryFn: ({ signal }) => apiGet<CandidateList>('/inspections/candidates', params, signal),
      placeholderData: keepPreviousData,
    }),
}

export const visitQueries = {
  all: ['visits'] as const,
  list: (params: ApiParams) =>
    infiniteQueryOptions({
      queryKey: [...visitQueries.all, 'list', params] as const,
      queryFn: ({ pageParam, signal }) =>
        apiGet<VisitPage>('/visits', { ...params, limit: PAGE, cursor: pageParam ?? undefined }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: page => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...visitQueries.all, 'one', id] as const,
      queryFn: ({ signal }) => apiGet<VisitDetail>(visitAt(id), {}, signal),
    }),
}

export const issueQueries = {
  all: ['issues'] as const,
  list: (params: ApiParams) =>
    infiniteQueryOptions({
      queryKey: [...issueQueries.all, 'list', params] as const,
      queryFn: ({ pageParam, signal }) =>
        apiGet<IssuePage>('/issues', { ...params, limit: PAGE, cursor: pageParam ?? undefined }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: page => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...issueQueries.all, 'one', id] as const,
      queryFn: ({ signal }) => apiGet<IssueDetail>(issueAt(id), {}, signal),
    }),
}

export const visitReportUrl = (id: string) => apiUrl(`${visitAt(id)}/report.docx`)
export const issueNoticeUrl = (id: string, kind: 'rectification' | 'stopWork' | 'supervision') =>
  apiUrl(`${issueAt(id)}/notice.docx`, { kind })
export const issueLedgerUrl = (params: ApiParams) => apiUrl('/issues.xlsx', params)

/** What inspection changes: its own lists, the centre, the numbers over centres, what there is to do. */
const CHANGED = ['visits', 'issues', 'candidates', 'centres', 'county', 'summary', 'changes', 'progress-curve', 'tasks']

/** Reads anew what an act of inspection changes. */
export const visitsChanged = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => CHANGED.includes(String(queryKey[0])) })

async function thenChanged<Done>(queries: QueryClient, sent: Promise<Done>): Promise<Done> {
  const done = await sent
  // Nobody waits for what is read anew.
  void visitsChanged(queries)
  return done
}

const thenVisit = (queries: QueryClient, sent: Promise<VisitDetail>) =>
  thenChanged(
    queries,
    sent.then(visit => {
      queries.setQueryData(visitQueries.one(visit.id).queryKey, visit)
      return visit
    }),
  )

const thenIssue = (queries: QueryClient, sent: Promise<IssueDetail>) =>
  thenChanged(
    queries,
    sent.then(issue => {
      queries.setQueryData(issueQueries.one(issue.id).queryKey, issue)
      return issue
    }),
  )

/** One of many sent one after the other: what they change is read anew after the last. */
export const sendPlan = (visit: PlanVisit) => apiSend<VisitDetail>('POST', '/visits', visit)
export const sendCancellation = (visit: string, act: { id: string; reason: string }) =>
  apiSend<VisitDetail>('POST', `${visitAt(visit)}/cancellation`, act)

export const cancelVisit = (queries: QueryClient, visit: string, act: { id: string; reason: string }) =>
  thenVisit(queries, sendCancellation(visit, act))

/** The whole visit in one act; the same id again is the same visit. */
export function recordVisit(queries: QueryClient, visit: string, seen: RecordVisit): Promise<VisitDetail> {
  noteOwnAct(visit)
  return thenVisit(queries, apiSend<VisitDetail>('POST', `${visitAt(visit)}/record`, seen))
}

export const raiseIssue = (queries: QueryClient, issue: RaiseIssue) =>
  thenIssue(queries, apiSend<IssueDetail>('POST', '/issues', issue))

/** A move from the version the issue was seen at. */
export const moveIssue = (
  queries: QueryClient,
  { id, version }: Pick<IssueDetail, 'id' | 'version'>,
  move: MoveIssue,
) => thenIssue(queries, apiSend<IssueDetail>('POST', `${issueAt(id)}/transitions`, move, { ifMatch: version }))
