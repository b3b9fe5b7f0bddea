import type { Principal } from '../accounts/role.ts'
import type { Party } from './issue-moves.ts'
import { fixersOf, type KnownIssue } from './issue-state.ts'

/** Whoever wants to do something to an issue, by what the table of access is asked. */
export interface Asker {
  accountId: string | null
  principal: Principal
  /** A county's own, an inspector's home; null: none. */
  county: string | null
}

/** Whether somebody may raise and close issues of a county: never a county, never an inspector at home (回避). */
export const mayOwn = ({ principal, county }: Omit<Asker, 'accountId'>, countyCode: string): boolean =>
  principal === 'leader' || principal === 'cityOffice' || (principal === 'inspector' && county !== countyCode)

/** What an asker is to an issue of a county, or of one of its centres. */
export function partyOf(asker: Asker, issue: Pick<KnownIssue, 'ownerId' | 'moves'>, countyCode: string): Party {
  const { accountId, principal, county } = asker
  return {
    isOwner: accountId !== null && accountId === issue.ownerId && mayOwn(asker, countyCode),
    isCounty: principal === 'county' && county === countyCode,
    isOffice: principal === 'cityOffice',
    isInspector: principal === 'inspector' && county !== countyCode,
    hasFixed: accountId !== null && fixersOf(issue).has(accountId),
  }
}
