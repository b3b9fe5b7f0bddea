import type { IssueDetail, MoveIssue } from '@lvliang/shared/inspections/issue.schema'
import { useQueryClient } from '@tanstack/react-query'
import { issueQueries, moveIssue } from '../../../../api/inspection.queries.ts'
import { useAct } from '../../../../components/form/use-act.ts'

type Content = Omit<MoveIssue, 'id'>

/** Makes a move from the version an issue was seen at; what somebody else made of it meanwhile comes onto the page. */
export function useMove(issue: IssueDetail, onDone: (content: Content) => void) {
  const queries = useQueryClient()
  return useAct<Content, IssueDetail, IssueDetail>({
    version: issue.version,
    send: (content, id, ifMatch) => moveIssue(queries, { id: issue.id, version: ifMatch }, { ...content, id }),
    onDone: (_, content) => onDone(content),
    onStale: now => queries.setQueryData(issueQueries.one(issue.id).queryKey, now),
  })
}
