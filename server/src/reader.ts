import type { Workdays } from '@lvliang/shared/dates/workdays'
import type { AnswerCache } from './http/answer-cache.ts'
import type { EvidenceIndex } from './ledger/evidence-index.ts'
import type { IssueIndex } from './ledger/issue-index.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Times } from './ledger/times.ts'
import type { VisitIndex } from './ledger/visit-index.ts'

/** What the read routes work with. */
export interface Reader {
  ledger: Ledger
  evidence: EvidenceIndex
  issues: IssueIndex
  visits: VisitIndex
  times: Times
  workdays: Workdays
  answers: AnswerCache
  demonstration: boolean
}
