import type { ChangeAccount } from '@lvliang/shared/accounts/account.schema'
import { ROLES_WITH_COUNTY, ROLES_WITH_FINANCE, type Role } from '@lvliang/shared/accounts/role'
import type { Fault } from '../../errors.ts'

/** What an account may do and for whom. */
export interface Rights {
  role: Role
  county: string | null
  finance: boolean
}

function countyFault({ role, county }: Rights, counties: readonly string[]): Omit<Fault, 'pointer'> | null {
  if (!ROLES_WITH_COUNTY.includes(role)) {
    if (county === null) return null
    return { code: 'countyNotAllowed', message: '此角色不属于任何县。 / This role names no county.' }
  }
  if (county === null) return { code: 'countyMissing', message: '此角色必须指明县。 / This role needs a county.' }
  if (counties.includes(county)) return null
  return { code: 'countyUnknown', message: `计划中没有 ${county} 县。 / The plan knows no county ${county}.` }
}

/** Everything wrong with the rights an account is to have; empty where nothing is. */
export function faultsOfRights(rights: Rights, counties: readonly string[]): Fault[] {
  const faults: Fault[] = []
  const county = countyFault(rights, counties)
  if (county) faults.push({ pointer: '/json/county', ...county })
  if (rights.finance && !ROLES_WITH_FINANCE.includes(rights.role)) {
    const message = '此角色不能录入资金。 / This role cannot enter funds.'
    faults.push({ pointer: '/json/finance', code: 'financeNotAllowed', message })
  }
  return faults
}

/** The rights after a change. A new role brings its county and its finance with it: the old ones never pass over. */
export function changedRights(old: Rights, { role, county, finance }: ChangeAccount): Rights {
  if (role !== undefined && role !== old.role) return { role, county: county ?? null, finance: finance ?? false }
  return { role: old.role, county: county === undefined ? old.county : county, finance: finance ?? old.finance }
}

export const sameRights = (a: Rights, b: Rights): boolean =>
  a.role === b.role && a.county === b.county && a.finance === b.finance
