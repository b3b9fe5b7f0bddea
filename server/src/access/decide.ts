import { isOfOwnCounty, type OperationId, scopeOf } from '@lvliang/shared/accounts/access'
import type { Principal } from '@lvliang/shared/accounts/role'
import { DomainError } from '../errors.ts'
import type { Viewer } from './viewer.ts'

/** Acts on one's own session, for which the city office stays itself while it looks through a county's eyes. */
const OF_THE_SESSION: ReadonlySet<OperationId> = new Set(['viewAsCounty', 'signOut'])

const principalFor = (operation: OperationId, { principal, viewingAs, role }: Viewer): Principal =>
  viewingAs !== null && role !== null && OF_THE_SESSION.has(operation) ? role : principal

const WORDS = {
  signInRequired: '请先登录。 / Sign in first.',
  forbidden: '此账号无权进行这项操作。 / This account may not do that.',
  secondFactorMissing: '请先设置二次验证。 / Set up the second factor first.',
  viewOnly: '正以县级身份查看，不能修改。 / Viewing as a county: nothing may be changed.',
} as const
export type Refusal = keyof typeof WORDS

/** Why a viewer may not do something; null: they may. */
export type Decide = (operation: OperationId, viewer: Viewer, isChange: boolean) => Refusal | null

export function refusalOf(operation: OperationId, viewer: Viewer, isChange: boolean): Refusal | null {
  if (scopeOf(operation, 'anonymous') === 'all') return null
  const scope = scopeOf(operation, principalFor(operation, viewer))
  if (scope === 'no') return viewer.principal === 'anonymous' ? 'signInRequired' : 'forbidden'
  if (viewer.needsSecondFactor && scope !== 'own') return 'secondFactorMissing'
  if (isChange && viewer.viewingAs !== null && !OF_THE_SESSION.has(operation)) return 'viewOnly'
  return null
}

/** Why a viewer may not do something to a county; null: they may. */
export const refusalInCounty = (operation: OperationId, viewer: Viewer, county: string): Refusal | null =>
  isOfOwnCounty(operation, viewer.principal) && viewer.county !== county ? 'forbidden' : null

export const refusal = (code: Refusal) => new DomainError(code, WORDS[code])
