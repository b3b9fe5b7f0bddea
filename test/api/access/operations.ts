import { randomUUID } from 'node:crypto'
import type { OperationId } from '@lvliang/shared/accounts/access'
import { createVisit, createVisitPlan } from '../../factories/visits.ts'
import { BY_BODY } from './expected.ts'
import { SUBJECT_COUNTIES, SUBJECT_ISSUE } from './phones.ts'

/** A centre and an account to act on. */
export interface Subjects {
  centre: string
  account: string
}

interface Sample {
  query?: string
  body?: () => unknown
  ifMatch?: boolean
}

const PASSWORD = 'four-lanterns-over-the-river'

const act = (body: object) => ({ ifMatch: true, body: () => ({ id: randomUUID(), ...body }) })
const DAY = '2018-07-30'
const COUNTY = '141124'
const AT_CENTRE = { centre: SUBJECT_COUNTIES.own.centre }

/** What each operation is asked with, where it needs anything: enough to get past the schema. */
const SAMPLES: Partial<Record<OperationId, Sample>> = {
  getChanges: { query: '?from=2018-05-01&to=2018-06-01' },
  listenToEvents: { query: '?lastEventId=0' },
  signIn: { body: () => ({ username: 'nobody', password: PASSWORD }) },
  signInToDemonstration: { body: () => ({ role: 'leader' }) },
  describeSetUpLink: { body: () => ({ token: 'unknown' }) },
  setUp: { body: () => ({ token: 'unknown', username: 'newcomer', password: PASSWORD }) },
  changePassword: { body: () => ({ currentPassword: 'not-this-one-either', newPassword: PASSWORD }) },
  beginSecondFactor: { body: () => ({ password: 'not-this-one-either' }) },
  confirmSecondFactor: { body: () => ({ code: '000000' }) },
  removeSecondFactor: { body: () => ({ password: 'not-this-one-either' }) },
  viewAsCounty: { body: () => ({ county: '141181' }) },
  createAccount: {
    body: () => ({ id: randomUUID(), username: `new-${randomUUID().slice(0, 8)}`, name: '新账号', role: 'leader' }),
  },
  changeAccount: { body: () => ({ name: '改名' }), ifMatch: true },
  changeCentre: act({ facts: { note: '备注' } }),
  reportStage: act({ stage: 'sited', date: DAY }),
  verifyStage: act({ basis: 'verified', stage: 'sited', checkedOn: DAY }),
  withdrawStageReport: act({ reportId: randomUUID() }),
  reverseStage: act({ stage: 'proposed', date: DAY, reason: '误报' }),
  suspendWork: act({ date: DAY, reason: '暴雨' }),
  resumeWork: act({ date: DAY }),
  requestRelocation: act({ date: DAY, reason: '滑坡' }),
  agreeRelocation: act({ date: DAY, facts: { village: '新村' } }),
  requestDelay: act({
    date: DAY,
    milestone: 'mainStructure',
    newDue: '2018-10-20',
    category: 'weather',
    evidence: '证明',
  }),
  approveDelay: act({
    date: DAY,
    milestone: 'mainStructure',
    newDue: '2018-10-20',
    category: 'weather',
    evidence: '证明',
    approver: '市民政局',
    expiresOn: '2018-10-20',
  }),
  declineRequest: act({ date: DAY, requestId: randomUUID(), reason: '不符' }),
  moveQuota: {
    body: () => ({ id: randomUUID(), fromCounty: '141124', toCounty: '141123', slots: 99, reason: '未选址' }),
  },
  addPhoto: { query: `?id=${randomUUID()}&centre=${SUBJECT_COUNTIES.own.centre}` },
  getPhoto: { query: '?size=320' },
  addDocument: { query: `?id=${randomUUID()}&kind=contract&centre=${SUBJECT_COUNTIES.own.centre}` },
  withdrawEvidence: { body: () => ({ id: randomUUID(), reason: '误传' }) },
  signMonth: { body: () => ({ id: randomUUID(), county: COUNTY, period: '2018-06' }) },
  returnMonth: { body: () => ({ id: randomUUID(), reason: '数字不符' }) },
  planVisit: { body: () => createVisitPlan({ inspectors: ['somebody', 'somebody-else'] }) },
  cancelVisit: { body: () => ({ id: randomUUID(), reason: '改期' }) },
  recordVisit: { body: () => createVisit({ inspectors: ['somebody', 'somebody-else'] }) },
  listVisits: { query: '?state=planned' },
  raiseFinding: {
    body: () => ({ id: randomUUID(), source: 'spot', date: DAY, severity: 'general', title: '窗户漏风', ...AT_CENTRE }),
  },
  giveOrder: { body: () => ({ id: randomUUID(), source: 'order', date: DAY, title: '加快进度', ...AT_CENTRE }) },
  listIssues: { query: '?open=true&sort=-severity' },
  getIssueNotice: { query: '?kind=rectification' },
  exportIssuesXlsx: { query: '?mine=false' },
  moveIssue: act({ move: 'start', date: DAY }),
  listCandidates: { query: '?sort=-daysSinceVisit&sited=true' },
  makeWallLink: { body: () => ({ id: randomUUID(), label: '大厅' }) },
}

/** An operation of the API as it can be asked for. */
export interface Operation {
  id: OperationId
  method: string
  pattern: string
  isChange: boolean
  path: (subjects: Subjects) => string
  init: () => RequestInit
}

interface ApiDocument {
  paths: Record<string, Record<string, { operationId: string }>>
}

function subjectOf(pattern: string, { account }: Subjects): string {
  if (pattern.includes('/accounts/')) return account
  return pattern.includes('/issues/') ? SUBJECT_ISSUE : randomUUID()
}

function fill(pattern: string, subjects: Subjects): string {
  const code = pattern.includes('/counties/') ? COUNTY : subjects.centre
  return pattern
    .replace('{code}', code)
    .replace('{period}', '2018-06')
    .replace('{sha256}', 'a'.repeat(64))
    .replace('{id}', subjectOf(pattern, subjects))
}

function operationAt(pattern: string, method: string, id: OperationId): Operation {
  const { query = '', body, ifMatch = false } = SAMPLES[id] ?? {}
  return {
    id,
    method: method.toUpperCase(),
    pattern,
    isChange: method !== 'get',
    path: subjects => fill(pattern, subjects) + query,
    init: () => ({
      method: method.toUpperCase(),
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch ? { 'if-match': '"1"' } : {}),
      },
      ...(body ? { body: JSON.stringify(body()) } : {}),
    }),
  }
}

/** Every operation the document names; those that share a route, one by one. */
export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(document.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId }]) => {
      const id = operationId as OperationId
      return (BY_BODY[id] ?? [id]).map(each => operationAt(pattern, method, each))
    }),
  )
