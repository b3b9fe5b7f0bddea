import { PRINCIPALS, type Principal } from './role.ts'

/** How far a right reaches: nowhere, to one's own county or account, everywhere. */
export type Scope = 'no' | 'own' | 'all'

const no = 'no'
const own = 'own'
const all = 'all'

type Row = readonly [
  anonymous: Scope,
  wall: Scope,
  leader: Scope,
  cityOffice: Scope,
  county: Scope,
  inspector: Scope,
  systemAdmin: Scope,
  auditor: Scope,
]

/**
 * Who may do what: each operation of the API by its `operationId`, each principal in the order of `PRINCIPALS`.
 * The only place where this is decided; the server asks it before anything else, the client shows what it allows.
 */
// biome-ignore format: a table reads by its columns
const ROWS = {
  // operation                anon wall lead city coun insp admi audi
  getHealth:                 [all, all, all, all, all, all, all, all],
  getReadiness:              [all, all, all, all, all, all, all, all],
  getMetrics:                [all, all, all, all, all, all, all, all], // from loopback or with the metrics token alone
  getClient:                 [all, all, all, all, all, all, all, all], // the client's files and its empty page
  getOpenApi:                [all, all, all, all, all, all, all, all],
  getDocs:                   [all, all, all, all, all, all, all, all],
  getDocsStyle:              [all, all, all, all, all, all, all, all],

  getSignInOptions:          [all, all, all, all, all, all, all, all],
  signIn:                    [all, all, all, all, all, all, all, all],
  signInToDemonstration:     [all, all, all, all, all, all, all, all],
  describeSetUpLink:         [all, all, all, all, all, all, all, all],
  setUp:                     [all, all, all, all, all, all, all, all],
  signOut:                   [no,  no,  own, own, own, own, own, own],
  getMe:                     [no,  own, own, own, own, own, own, own],
  changePassword:            [no,  no,  own, own, own, own, own, own],
  beginSecondFactor:         [no,  no,  own, own, own, own, own, own],
  confirmSecondFactor:       [no,  no,  own, own, own, own, own, own],
  removeSecondFactor:        [no,  no,  own, own, own, own, own, own],
  listSessions:              [no,  no,  own, own, own, own, own, own],
  endSession:                [no,  no,  own, own, own, own, own, own],
  viewAsCounty:              [no,  no,  no,  all, no,  no,  no,  no ],

  listAccounts:              [no,  no,  no,  no,  no,  no,  all, no ],
  createAccount:             [no,  no,  no,  no,  no,  no,  all, no ],
  getAccount:                [no,  no,  no,  no,  no,  no,  all, no ],
  changeAccount:             [no,  no,  no,  no,  no,  no,  all, no ],
  makeSetUpLink:             [no,  no,  no,  no,  no,  no,  all, no ],
  resetSecondFactor:         [no,  no,  no,  no,  no,  no,  all, no ],
  listWallLinks:             [no,  no,  no,  no,  no,  no,  all, no ],
  makeWallLink:              [no,  no,  no,  no,  no,  no,  all, no ],
  revokeWallLink:            [no,  no,  no,  no,  no,  no,  all, no ],

  listAudit:                 [no,  no,  no,  no,  no,  no,  no,  all],
  exportAuditCsv:            [no,  no,  no,  no,  no,  no,  no,  all],
  verifyAudit:               [no,  no,  no,  no,  no,  no,  no,  all],
  getAuditAnchor:            [no,  no,  no,  no,  no,  no,  no,  all],

  getPlan:                   [no,  all, all, all, all, all, all, all],
  listCentres:               [no,  all, all, all, all, all, no,  no ],
  getCentre:                 [no,  no,  all, all, all, all, no,  no ],
  exportCentresCsv:          [no,  no,  all, all, all, all, no,  no ],
  exportCentresXlsx:         [no,  no,  all, all, all, all, no,  no ],
  exportCentresGeojson:      [no,  no,  all, all, all, all, no,  no ],
  getSummary:                [no,  all, all, all, all, all, no,  no ],
  getChanges:                [no,  all, all, all, all, all, no,  no ],
  getProgressCurve:          [no,  all, all, all, all, all, no,  no ],
  getMapCounties:            [no,  all, all, all, all, all, no,  no ],
  getMapBase:                [no,  all, all, all, all, all, no,  no ],
  searchVillages:            [no,  no,  all, all, all, all, no,  no ],
  listenToEvents:            [no,  all, all, all, all, all, no,  no ],

  getCounty:                 [no,  no,  all, all, all, all, no,  no ],
  listTasks:                 [no,  no,  all, all, all, all, no,  no ],
  changeCentre:              [no,  no,  no,  no,  own, no,  no,  no ],
  addStageRecord:            [no,  no,  no,  all, own, all, no,  no ], // which of the next two the body says
  reportStage:               [no,  no,  no,  no,  own, no,  no,  no ],
  verifyStage:               [no,  no,  no,  all, no,  all, no,  no ],
  withdrawStageReport:       [no,  no,  no,  no,  own, no,  no,  no ],
  reverseStage:              [no,  no,  no,  all, no,  no,  no,  no ],
  suspendWork:               [no,  no,  no,  no,  own, no,  no,  no ],
  resumeWork:                [no,  no,  no,  no,  own, no,  no,  no ],
  requestRelocation:         [no,  no,  no,  no,  own, no,  no,  no ],
  agreeRelocation:           [no,  no,  no,  all, no,  no,  no,  no ],
  requestDelay:              [no,  no,  no,  no,  own, no,  no,  no ],
  approveDelay:              [no,  no,  no,  all, no,  no,  no,  no ],
  declineRequest:            [no,  no,  no,  all, no,  no,  no,  no ],
  moveQuota:                 [no,  no,  no,  all, no,  no,  no,  no ],

  addPhoto:                  [no,  no,  no,  all, own, all, no,  no ],
  getPhoto:                  [no,  no,  all, all, all, all, no,  no ],
  addDocument:               [no,  no,  no,  all, own, no,  no,  no ],
  getDocument:               [no,  no,  all, all, all, all, no,  no ],
  withdrawEvidence:          [no,  no,  no,  all, own, all, no,  no ], // others than the city office: their own alone

  getReportingStatus:        [no,  no,  all, all, all, all, no,  no ],
  getMonthlyReport:          [no,  no,  all, all, all, all, no,  no ],
  signMonth:                 [no,  no,  no,  no,  own, no,  no,  no ],
  returnMonth:               [no,  no,  no,  all, no,  no,  no,  no ],

  getChecklist:              [no,  no,  all, all, all, all, no,  no ],
  listInspectors:            [no,  no,  no,  all, no,  all, no,  no ],
  listCandidates:            [no,  no,  all, all, no,  all, no,  no ],
  planVisit:                 [no,  no,  no,  all, no,  all, no,  no ],
  cancelVisit:               [no,  no,  no,  all, no,  all, no,  no ],
  listVisits:                [no,  no,  all, all, all, all, no,  no ], // a county: nothing of what is still to be unannounced
  getVisit:                  [no,  no,  all, all, all, all, no,  no ],
  getVisitReport:            [no,  no,  all, all, all, all, no,  no ],
  recordVisit:               [no,  no,  no,  all, no,  all, no,  no ],
  addIssue:                  [no,  no,  all, all, no,  all, no,  no ], // which of the next two the body says
  raiseFinding:              [no,  no,  no,  all, no,  all, no,  no ],
  giveOrder:                 [no,  no,  all, all, no,  no,  no,  no ],
  listIssues:                [no,  no,  all, all, all, all, no,  no ],
  getIssue:                  [no,  no,  all, all, all, all, no,  no ],
  exportIssuesXlsx:          [no,  no,  all, all, all, all, no,  no ],
  getIssueNotice:            [no,  no,  all, all, all, all, no,  no ],
  moveIssue:                 [no,  no,  all, all, own, all, no,  no ], // which moves: MOVE_RULES in inspections/issue-moves
} as const satisfies Record<string, Row>

export type OperationId = keyof typeof ROWS

/** Every operation there is. */
export const OPERATIONS = Object.keys(ROWS) as OperationId[]

/** Operations of a centre or county: an `own` in their row means one's own county, elsewhere one's own account. */
const OF_A_COUNTY: ReadonlySet<OperationId> = new Set([
  'changeCentre',
  'addStageRecord',
  'reportStage',
  'withdrawStageReport',
  'suspendWork',
  'resumeWork',
  'requestRelocation',
  'requestDelay',
  'addPhoto',
  'addDocument',
  'withdrawEvidence',
  'signMonth',
  'moveIssue',
])

/** Whether an operation is limited to the county of whoever does it. */
export const isOfOwnCounty = (operation: OperationId, principal: Principal): boolean =>
  OF_A_COUNTY.has(operation) && scopeOf(operation, principal) === 'own'

const column = new Map(PRINCIPALS.map((principal, i) => [principal, i]))

/** How far a principal's right to an operation reaches. */
export const scopeOf = (operation: OperationId, principal: Principal): Scope =>
  ROWS[operation][column.get(principal) as number] as Scope

/** The operations open to a principal. */
export const operationsOf = (principal: Principal): OperationId[] =>
  OPERATIONS.filter(operation => scopeOf(operation, principal) !== 'no')

/**
 * Whose telephone numbers a principal may read in full: everybody's where it is its work to call them, its own
 * county's, or nobody's.
 */
export const PHONE_SCOPE: Record<Principal, Scope> = {
  anonymous: 'no',
  wall: 'no',
  leader: 'no',
  cityOffice: 'all',
  county: 'own',
  inspector: 'all',
  systemAdmin: 'no',
  auditor: 'no',
}
