import type { ACCOUNT_STATES } from '@lvliang/shared/accounts/account.schema'
import { ROLES } from '@lvliang/shared/accounts/role'
import type { AUDIT_OUTCOMES } from '@lvliang/shared/audit/audit.schema'
import * as z from 'zod/mini'
import { dateSearch, lenient } from './filter-search.ts'

const text = (max: number) => lenient(z.string().check(z.minLength(1), z.maxLength(max)))

// The schemas of the contract are too heavy for the first load: the lists are repeated, typed by them.
export const STATES = ['invited', 'active', 'disabled'] as const satisfies typeof ACCOUNT_STATES
export const OUTCOMES = ['done', 'refused', 'failed'] as const satisfies typeof AUDIT_OUTCOMES

/** What narrows the list of accounts, as it stands in its address; `view` chooses what is shown. */
export const accountsSearchSchema = z.object({
  view: lenient(z.enum(['wall'])),
  q: text(100),
  role: lenient(z.enum(ROLES)),
  county: lenient(z.string().check(z.regex(/^\d{6}$/))),
  state: lenient(z.enum(STATES)),
})
export type AccountsSearch = z.output<typeof accountsSearchSchema>

/** What narrows the audit, as it stands in its address. */
export const auditSearchSchema = z.object({
  from: dateSearch,
  to: dateSearch,
  username: text(100),
  operation: text(60),
  outcome: lenient(z.enum(OUTCOMES)),
  subject: text(100),
})
export type AuditSearch = z.output<typeof auditSearchSchema>
