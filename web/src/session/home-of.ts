import type { Me } from '@lvliang/shared/accounts/account.schema'

/** An address a session begins at. */
export type Home =
  | { to: '/' | '/accounts' | '/audit' | '/inspections' }
  | { to: '/counties/$code'; params: { code: string } }

const HOMES = { systemAdmin: '/accounts', auditor: '/audit', inspector: '/inspections' } as const

/** Where a role's work begins. */
export function homeOf({ role, county }: Pick<Me, 'role' | 'county'>): Home {
  if (role === 'county' && county) return { to: '/counties/$code', params: { code: county } }
  return { to: role === 'systemAdmin' || role === 'auditor' || role === 'inspector' ? HOMES[role] : '/' }
}
