import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'

/** What people call a right, and the operations it takes. */
const RIGHTS = {
  board: ['getSummary', 'getChanges', 'getProgressCurve', 'getMapCounties', 'getMapBase', 'listenToEvents'],
  centres: ['listCentres', 'getCentre', 'searchVillages', 'getCounty', 'getPhoto', 'getDocument', 'listTasks'],
  reporting: ['getReportingStatus', 'getMonthlyReport'],
  exports: ['exportCentresCsv', 'exportCentresXlsx', 'exportCentresGeojson'],
  file: ['changeCentre', 'reportStage', 'withdrawStageReport', 'suspendWork', 'resumeWork'],
  evidence: ['addStageRecord', 'addPhoto', 'withdrawEvidence'],
  documents: ['addDocument'],
  ask: ['requestRelocation', 'requestDelay'],
  sign: ['signMonth'],
  verify: ['verifyStage'],
  decide: ['reverseStage', 'agreeRelocation', 'approveDelay', 'declineRequest'],
  quota: ['moveQuota'],
  returnMonth: ['returnMonth'],
  inspections: [
    'getChecklist',
    'listVisits',
    'getVisit',
    'getVisitReport',
    'listIssues',
    'getIssue',
    'exportIssuesXlsx',
    'getIssueNotice',
  ],
  candidates: ['listCandidates', 'addIssue'],
  inspect: ['listInspectors', 'planVisit', 'cancelVisit', 'recordVisit', 'raiseFinding'],
  order: ['giveOrder'],
  rectify: ['moveIssue'],
  viewAs: ['viewAsCounty'],
  accounts: ['listAccounts', 'createAccount', 'getAccount', 'changeAccount', 'makeSetUpLink', 'resetSecondFactor'],
  wallLinks: ['listWallLinks', 'makeWallLink', 'revokeWallLink'],
  audit: ['listAudit', 'exportAuditCsv', 'verifyAudit', 'getAuditAnchor'],
  own: [
    'getMe',
    'signOut',
    'changePassword',
    'beginSecondFactor',
    'confirmSecondFactor',
    'removeSecondFactor',
    'listSessions',
    'endSession',
  ],
} as const satisfies Record<string, readonly OperationId[]>

/** Nothing to speak of: open to whoever reaches the page. */
export const UNSPOKEN: readonly OperationId[] = [
  'getHealth',
  'getReadiness',
  'getMetrics',
  'getClient',
  'getOpenApi',
  'getDocs',
  'getDocsStyle',
  'getSignInOptions',
  'signIn',
  'signInToDemonstration',
  'describeSetUpLink',
  'setUp',
  'getPlan',
]

export type Right = keyof typeof RIGHTS
export const ALL_RIGHTS = Object.entries(RIGHTS) as [Right, readonly OperationId[]][]

/** The rights of an account, each only where all it takes is permitted. */
export function rightsOf({ may }: Pick<Me, 'may'>): Right[] {
  return ALL_RIGHTS.filter(([, operations]) => operations.every(operation => may.includes(operation))).map(
    ([right]) => right,
  )
}
