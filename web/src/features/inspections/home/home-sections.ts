import type { Role } from '@lvliang/shared/accounts/role'
import type { ApiParams } from '../../../api/client.ts'

/** Issues a role looks at first, each list with the filter that leaves it. */
export interface IssueSection {
  id: 'recheck' | 'orders' | 'major' | 'overdue' | 'handOut' | 'rectify'
  params: ApiParams
}

const RECHECK: IssueSection = { id: 'recheck', params: { mine: 'true', state: 'closingRequested,rechecking' } }
const MAJOR: IssueSection = { id: 'major', params: { severity: 'major', open: 'true' } }
const OVERDUE: IssueSection = { id: 'overdue', params: { overdue: 'true' } }
const HAND_OUT: IssueSection = { id: 'handOut', params: { state: 'found' } }
const ORDERS: IssueSection = { id: 'orders', params: { source: 'order', mine: 'true', open: 'true' } }

/** What somebody looks at first among the issues. */
export function issueSections(role: Role, county: string | null): IssueSection[] {
  if (role === 'leader') return [ORDERS, RECHECK, MAJOR, OVERDUE]
  if (role === 'cityOffice') return [RECHECK, HAND_OUT, MAJOR, OVERDUE, ORDERS]
  if (role === 'inspector') return [RECHECK, { ...HAND_OUT, params: { ...HAND_OUT.params, mine: 'true' } }, MAJOR]
  return [{ id: 'rectify', params: { county: county ?? '', state: 'assigned,rectifying,returned', sort: 'dueOn' } }]
}
