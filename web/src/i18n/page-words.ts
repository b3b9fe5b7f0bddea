import type { accounts } from './zh/accounts.ts'
import type { actForm } from './zh/act-form.ts'
import type { acts } from './zh/acts.ts'
import type { audit } from './zh/audit.ts'
import type { evidence } from './zh/evidence.ts'
import type { inspections } from './zh/inspections.ts'
import type { live } from './zh/live.ts'
import type { newPassword } from './zh/new-password.ts'
import type { officeTasks } from './zh/office-tasks.ts'
import type { ownAccount } from './zh/own-account.ts'
import type { refusal } from './zh/refusal.ts'
import type { reports } from './zh/reports.ts'
import type { session } from './zh/session.ts'
import type { sheet } from './zh/sheet.ts'
import type { siting } from './zh/siting.ts'
import type { workbench } from './zh/workbench.ts'

/** Words that are not in the first load but come with the pages that say them. */
export interface PageWords {
  newPassword: typeof newPassword
  ownAccount: typeof ownAccount
  accounts: typeof accounts
  actForm: typeof actForm
  acts: typeof acts
  evidence: typeof evidence
  officeTasks: typeof officeTasks
  audit: typeof audit
  inspections: typeof inspections
  live: typeof live
  refusal: typeof refusal
  reports: typeof reports
  session: typeof session
  sheet: typeof sheet
  siting: typeof siting
  workbench: typeof workbench
}
