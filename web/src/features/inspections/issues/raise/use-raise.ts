import type { IssueDetail, RaiseIssue } from '@lvliang/shared/inspections/issue.schema'
import { useQueryClient } from '@tanstack/react-query'
import { raiseIssue } from '../../../../api/inspection.queries.ts'
import { useAct } from '../../../../components/form/use-act.ts'

export type NewIssue = Omit<RaiseIssue, 'id'>

/** Enters a new issue. Nothing was there before, so it begins from no version. */
export function useRaise(onDone: (issue: IssueDetail) => void) {
  const queries = useQueryClient()
  return useAct<NewIssue, IssueDetail, IssueDetail>({
    version: 0,
    send: (issue, id) => raiseIssue(queries, { ...issue, id }),
    onDone,
  })
}
