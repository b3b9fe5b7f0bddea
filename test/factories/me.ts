import { operationsOf } from '@lvliang/shared/accounts/access'
import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { plan } from './board.ts'

/** One who is signed in, a leader unless told. */
export function createMe(overrides: Partial<Me> = {}): Me {
  const role = overrides.role ?? 'leader'
  return {
    id: 'account-1',
    username: 'wang.jianguo',
    name: '王建国',
    role,
    county: null,
    finance: false,
    viewingAs: null,
    hasPassword: true,
    secondFactor: { enabled: false, required: false },
    endsAt: '2018-07-31T12:00:00.000Z',
    idleMinutes: 30,
    may: operationsOf(role),
    ...overrides,
  }
}

export const createSignInOptions = (overrides: Partial<SignInOptions> = {}): SignInOptions => ({
  title: plan.title,
  demonstration: false,
  oneClick: false,
  counties: plan.counties.map(({ code, name }) => ({ code, name })),
  ...overrides,
})
