import type { Account, ChangeAccount } from '@lvliang/shared/accounts/account.schema'
import { ROLES_WITH_COUNTY, ROLES_WITH_FINANCE, type Role } from '@lvliang/shared/accounts/role'

/** What may be chosen for an account; the user name alone is fixed once it is made. */
export interface AccountDraft {
  name: string
  role: Role
  county: string | null
  finance: boolean
}

export const hasCounty = (role: Role) => ROLES_WITH_COUNTY.includes(role)
export const mayHaveFinance = (role: Role) => ROLES_WITH_FINANCE.includes(role)

export const EMPTY_DRAFT: AccountDraft = { name: '', role: 'county', county: null, finance: false }

export const draftOf = ({ name, role, county, finance }: Account): AccountDraft => ({ name, role, county, finance })

/** As the server is to have it: a role without a county or finance has none, whatever was chosen before. */
export function cleanDraft({ name, role, county, finance }: AccountDraft): AccountDraft {
  return {
    name: name.trim(),
    role,
    county: hasCounty(role) ? county : null,
    finance: mayHaveFinance(role) && finance,
  }
}

/** What a draft would change; null: nothing. A new role brings its county and finance along, whatever they were. */
export function changesOf(account: Account, draft: AccountDraft): ChangeAccount | null {
  const wanted = cleanDraft(draft)
  const change: ChangeAccount = {}
  if (wanted.name !== account.name) change.name = wanted.name
  if (wanted.role !== account.role) {
    Object.assign(change, { role: wanted.role, county: wanted.county, finance: wanted.finance })
  } else {
    if (wanted.county !== account.county) change.county = wanted.county
    if (wanted.finance !== account.finance) change.finance = wanted.finance
  }
  return Object.keys(change).length > 0 ? change : null
}
