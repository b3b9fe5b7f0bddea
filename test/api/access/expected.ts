import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Principal } from '@lvliang/shared/accounts/role'

type Who = readonly Principal[]

const EVERYBODY: Who = ['anonymous', 'wall', 'leader', 'cityOffice', 'county', 'inspector', 'systemAdmin', 'auditor']
const ACCOUNTS: Who = ['leader', 'cityOffice', 'county', 'inspector', 'systemAdmin', 'auditor']
const READERS: Who = ['leader', 'cityOffice', 'county', 'inspector']
const ON_THE_WALL: Who = ['wall', ...READERS]
const ADMIN: Who = ['systemAdmin']
const AUDITOR: Who = ['auditor']
const COUNTY: Who = ['county']
const INSPECTING: Who = ['cityOffice', 'inspector']
const CITY: Who = ['cityOffice']

/** Who may do what, said a second time and by hand: the table of the product is held against it. */
export const EXPECTED: Record<OperationId, Who> = {
  getHealth: EVERYBODY,
  getReadiness: EVERYBODY,
  getMetrics: EVERYBODY,
  getClient: EVERYBODY,
  getOpenApi: EVERYBODY,
  getDocs: EVERYBODY,
  getDocsStyle: EVERYBODY,
  getSignInOptions: EVERYBODY,
  signIn: EVERYBODY,
  signInToDemonstration: EVERYBODY,
  describeSetUpLink: EVERYBODY,
  setUp: EVERYBODY,
  signOut: ACCOUNTS,
  getMe: ['wall', ...ACCOUNTS],
  changePassword: ACCOUNTS,
  beginSecondFactor: ACCOUNTS,
  confirmSecondFactor: ACCOUNTS,
  removeSecondFactor: ACCOUNTS,
  listSessions: ACCOUNTS,
  endSession: ACCOUNTS,
  viewAsCounty: ['cityOffice'],
  listAccounts: ADMIN,
  createAccount: ADMIN,
  getAccount: ADMIN,
  changeAccount: ADMIN,
  makeSetUpLink: ADMIN,
  resetSecondFactor: ADMIN,
  listWallLinks: ADMIN,
  makeWallLink: ADMIN,
  revokeWallLink: ADMIN,
  listAudit: AUDITOR,
  exportAuditCsv: AUDITOR,
  verifyAudit: AUDITOR,
  getAuditAnchor: AUDITOR,
  getPlan: ['wall', ...ACCOUNTS],
  listCentres: ON_THE_WALL,
  getCentre: READERS,
  exportCentresCsv: READERS,
  exportCentresXlsx: READERS,
  exportCentresGeojson: READERS,
  getSummary: ON_THE_WALL,
  getChanges: ON_THE_WALL,
  getProgressCurve: ON_THE_WALL,
  getMapCounties: ON_THE_WALL,
  getMapBase: ON_THE_WALL,
  searchVillages: READERS,
  listenToEvents: ON_THE_WALL,
  getCounty: READERS,
  listTasks: READERS,
  changeCentre: COUNTY,
  addStageRecord: ['cityOffice', 'county', 'inspector'],
  reportStage: COUNTY,
  verifyStage: ['cityOffice', 'inspector'],
  withdrawStageReport: COUNTY,
  reverseStage: CITY,
  suspendWork: COUNTY,
  resumeWork: COUNTY,
  requestRelocation: COUNTY,
  agreeRelocation: CITY,
  requestDelay: COUNTY,
  approveDelay: CITY,
  declineRequest: CITY,
  moveQuota: CITY,
  addPhoto: ['cityOffice', 'county', 'inspector'],
  getPhoto: READERS,
  addDocument: ['cityOffice', 'county'],
  getDocument: READERS,
  withdrawEvidence: ['cityOffice', 'county', 'inspector'],
  getReportingStatus: READERS,
  getMonthlyReport: READERS,
  signMonth: COUNTY,
  returnMonth: CITY,
  getChecklist: READERS,
  listInspectors: INSPECTING,
  listCandidates: ['leader', ...INSPECTING],
  planVisit: INSPECTING,
  cancelVisit: INSPECTING,
  listVisits: READERS,
  getVisit: READERS,
  getVisitReport: READERS,
  recordVisit: INSPECTING,
  addIssue: ['leader', ...INSPECTING],
  raiseFinding: INSPECTING,
  giveOrder: ['leader', 'cityOffice'],
  listIssues: READERS,
  getIssue: READERS,
  exportIssuesXlsx: READERS,
  getIssueNotice: READERS,
  moveIssue: READERS,
}

/** What a county does to its own centres alone; withdrawing evidence is tried where there is some. */
export const OF_OWN_COUNTY: readonly OperationId[] = [
  'changeCentre',
  'reportStage',
  'withdrawStageReport',
  'suspendWork',
  'resumeWork',
  'requestRelocation',
  'requestDelay',
  'addPhoto',
  'addDocument',
  'signMonth',
  'moveIssue',
]

/** Operations that share a route: the body says which. */
export const BY_BODY: Partial<Record<OperationId, readonly OperationId[]>> = {
  addStageRecord: ['reportStage', 'verifyStage'],
  addIssue: ['raiseFinding', 'giveOrder'],
}
