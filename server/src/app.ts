import { OpenAPIHono } from '@hono/zod-openapi'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import { countyAreas } from '@lvliang/shared/register/county-areas'
import { authorise } from './access/authorise.ts'
import type { TrustedProxies } from './access/client-address.ts'
import { type Decide, refusalOf } from './access/decide.ts'
import { Denials } from './access/denials.ts'
import { createGate } from './access/gate.ts'
import { meOf } from './access/me.ts'
import { RouteOperations } from './access/operations.ts'
import type { AppEnv } from './access/request-env.ts'
import type { Site } from './access/site.ts'
import { WALL } from './access/viewer.ts'
import { accountsRoutes } from './accounts/accounts.routes.ts'
import type { Accounts } from './accounts/accounts.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { boardRoutes } from './board/board.routes.ts'
import { boardData } from './board/board-data.ts'
import { actsRoutes } from './centres/acts.routes.ts'
import { CentreActs } from './centres/acts.service.ts'
import { centresRoutes } from './centres/centres.routes.ts'
import { countiesRoutes } from './centres/counties.routes.ts'
import { exportsRoutes } from './centres/exports/exports.routes.ts'
import { clientRoutes } from './client/client.routes.ts'
import type { Store } from './db/open.ts'
import { openapiRoutes } from './docs/openapi.routes.ts'
import { openEvidence } from './evidence/evidence.ts'
import type { Pace } from './evidence/incoming.ts'
import { healthRoutes } from './health/health.routes.ts'
import { AnswerCache } from './http/answer-cache.ts'
import { noRoute } from './http/no-route.ts'
import { problemOf } from './http/problem.ts'
import { candidatesRoutes } from './inspections/candidates.routes.ts'
import { checklistRoutes } from './inspections/checklist.routes.ts'
import { readChecklist } from './inspections/checklist.ts'
import { PaperAnchor } from './inspections/documents/anchor.ts'
import { documentsRoutes } from './inspections/documents/documents.routes.ts'
import { Papers } from './inspections/documents/papers.service.ts'
import { issuesRoutes } from './inspections/issues.routes.ts'
import { Issues } from './inspections/issues.service.ts'
import { visitsRoutes } from './inspections/visits.routes.ts'
import { Visits } from './inspections/visits.service.ts'
import type { EvidenceIndex } from './ledger/evidence-index.ts'
import { IssueIndex } from './ledger/issue-index.ts'
import { Journal } from './ledger/journal.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Clock, Times } from './ledger/times.ts'
import { VisitIndex } from './ledger/visit-index.ts'
import type { VisitPlanIndex } from './ledger/visit-plan-index.ts'
import { readCountyFeatures } from './lib/county-features.ts'
import { liveRoutes } from './live/live.routes.ts'
import { LiveEvents } from './live/live-events.ts'
import { mapRoutes } from './map/map.routes.ts'
import { planRoutes } from './plan/plan.routes.ts'
import { planAnswer } from './plan/plan-answer.ts'
import { quotaRoutes } from './quota/quota.routes.ts'
import { QuotaMoves } from './quota/quota.service.ts'
import type { Reader } from './reader.ts'
import { reportsRoutes } from './reports/reports.routes.ts'
import { MonthlyReports } from './reports/reports.service.ts'
import { tasksRoutes } from './tasks/tasks.routes.ts'
import { villagesRoutes } from './villages/villages.routes.ts'

const FIRST_ASKED = ['/', '/api/summary', '/api/centres']

export interface AppDeps {
  store: Store
  ledger: Ledger
  evidence: EvidenceIndex
  visitPlans: VisitPlanIndex
  times: Times
  workdays: Workdays
  demonstration: boolean
  clock: Clock
  site: Site
  trustedProxies: TrustedProxies
  /** Who bears it may read the metrics from elsewhere. */
  metricsToken?: string | null
  accounts: Accounts
  /** Who may do what; another than the table's is for measuring what asking it costs. */
  decide?: Decide
  /** How slowly uploads may come; another than the usual is for tests. */
  uploadPace?: Pace
}

/** The whole program as one Hono app; it listens to nothing. */
export function createApp(deps: AppDeps) {
  const { store, ledger, evidence, visitPlans, times, workdays, demonstration, clock } = deps
  const { accounts, decide = refusalOf } = deps
  const epoch = () =>
    `${ledger.version} ${evidence.version} ${visitPlans.version} ${times.today()} ${times.latestDay()}`
  const answers = new AnswerCache(epoch)
  const knownIssues = new IssueIndex(ledger)
  const knownVisits = new VisitIndex({ ledger, plans: visitPlans, issues: knownIssues })
  const reader: Reader = {
    ledger,
    evidence,
    issues: knownIssues,
    visits: knownVisits,
    times,
    workdays,
    answers,
    demonstration,
  }
  const journal = new Journal({ store, ledger, times })
  const live = new LiveEvents({ ledger, journal, onSessionEnd: accounts.onEnd })
  const hasPhoto = (id: string, centre: string) => evidence.hasPhoto(id, centre)
  const acts = new CentreActs({
    ledger,
    times,
    journal,
    areas: countyAreas(readCountyFeatures()),
    hasPhoto,
  })
  const documents = (owner: string) => evidence.kindsOf(owner)
  const checklist = readChecklist()
  const { inspectors } = accounts
  const issues = new Issues({ reader, journal, checklist, ownerOf: accounts.ownerOf })
  const visits = new Visits({ ...reader, store, journal, plans: visitPlans, checklist, inspectors, hasPhoto })
  const photos = openEvidence({
    ...deps,
    onSessionEnd: accounts.onEnd,
    tell: event => live.tellEvidence(event),
    pace: deps.uploadPace,
  })
  const { thumbnail } = photos
  const papers = new Papers({ reader, checklist, thumbnail, anchor: new PaperAnchor({ db: store.db, ledger }) })
  const plan = () => planAnswer(reader)
  const api = new OpenAPIHono<AppEnv>()
    .route('/', accountsRoutes(accounts))
    .route('/', auditRoutes({ store, clock, onSessionEnd: accounts.onEnd }))
    .route('/', planRoutes(reader))
    .route('/', quotaRoutes(new QuotaMoves({ db: store.db, ledger, journal })))
    .route('/', exportsRoutes(reader))
    .route('/', centresRoutes(reader))
    .route('/', actsRoutes(acts))
    .route('/', photos.routes)
    .route('/', countiesRoutes(reader, acts))
    .route('/', reportsRoutes(reader, new MonthlyReports(reader, journal)))
    .route('/', checklistRoutes({ answers, checklist, calendars: workdays.calendars, inspectors }))
    .route('/', issuesRoutes({ reader, checklist }, issues))
    .route('/', visitsRoutes(reader, visits))
    .route('/', documentsRoutes(reader, papers))
    .route('/', candidatesRoutes(answers, { reader, checklist, toCome: knownVisits }))
    .route('/', boardRoutes(reader))
    .route('/', tasksRoutes(reader, { documents, plannedVisits: account => knownVisits.toComeFor(account) }))
    .route('/', liveRoutes({ live, viewerOf: accounts.viewerOf }))
    .route('/', mapRoutes(reader))
    .route('/', villagesRoutes(reader))
    .route(
      '/',
      openapiRoutes(() => app, answers),
    )
  const app = new OpenAPIHono<AppEnv>()
  app.onError(problemOf)
  app.notFound(noRoute(() => operations))
  const countyOf = (centre: string) => ledger.slot(centre)?.countyCode
  app.use(authorise({ operations: () => operations, decide, denials: new Denials(store.db, clock), countyOf }))
  app.route('/', healthRoutes({ ...deps, streams: () => live.open })).route('/api', api)
  app.route(
    '/',
    clientRoutes({
      epoch,
      plan,
      board: () => ({ plan: plan(), ...boardData(reader) }),
      meOf: env => meOf(env.viewer),
      lastEvent: () => ledger.last.seq,
      signInOptions: env => accounts.signInOptions(env),
      exchangeWallToken: (token, secure) => accounts.exchangeWallToken(token, secure),
    }),
  )
  const operations = new RouteOperations(app, { 'GET /*': 'getClient' })

  const route = app.fetch
  const answerSlowly = async (request: Request, env: AppEnv['Bindings']) => {
    try {
      return await route(request, env)
    } catch (thrown) {
      // Hono hands its error handler instances of `Error` alone.
      return problemOf(thrown, { env })
    }
  }
  const gate = createGate({
    ...deps,
    decide,
    viewerOf: (cookies, secure) => accounts.viewerOf(cookies, secure),
    ready: (...asked) => answers.ready(...asked),
    route: answerSlowly,
  })
  app.fetch = (request, connection) => gate(request, connection as Parameters<typeof gate>[1])

  /** Makes what a first visitor asks for, as the wall screen sees it: that is what most see. */
  async function warm(origin: string): Promise<void> {
    const env = { viewer: WALL, address: '', requestId: '', origin }
    const headers = { 'accept-encoding': 'gzip, br' }
    for (const path of FIRST_ASKED) await answerSlowly(new Request(origin + path, { headers }), env)
  }
  return Object.assign(app, { warm, endStreams: () => live.close(), tellEvidence: live.tellEvidence.bind(live) })
}
