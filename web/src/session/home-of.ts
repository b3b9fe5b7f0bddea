import type { Me } from '@lvliang/shared/accounts/account.schema'

const HOMES = { systemAdmin: '/accounts', auditor: '/audit' } as const

/** Where a role's work begins. */
export function homeOf({ role }: Pick<Me, 'role'>): '/' | '/accounts' | '/audit' {
  return role === 'systemAdmin' || role === 'auditor' ? HOMES[role] : '/'
}
