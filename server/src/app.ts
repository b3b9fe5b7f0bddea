import { OpenAPIHono } from '@hono/zod-openapi'
import type { Workdays } from '@lvliang/shared/dates/workdays'
import { boardRoutes } from './board/board.routes.ts'
import { boardData } from './board/board-data.ts'
import { centresRoutes } from './centres/centres.routes.ts'
import { exportsRoutes } from './centres/exports/exports.routes.ts'
import { clientRoutes } from './client/client.routes.ts'
import type { Store } from './db/open.ts'
import { openapiRoutes } from './docs/openapi.routes.ts'
import { healthRoutes } from './health/health.routes.ts'
import { AnswerCache } from './http/answer-cache.ts'
import { problem, problemOf } from './http/problem.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Times } from './ledger/times.ts'
import { mapRoutes } from './map/map.routes.ts'
import { planRoutes } from './plan/plan.routes.ts'
import { planAnswer } from './plan/plan-answer.ts'
import type { Reader } from './reader.ts'
import { villagesRoutes } from './villages/villages.routes.ts'

export interface AppDeps {
  store: Store
  ledger: Ledger
  times: Times
  workdays: Workdays
  demonstration: boolean
}

const SAFE = new Set(['GET', 'HEAD'])
/** Names under which the loopback address is asked for; any other is a page elsewhere, rebound to this machine. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

function refuseForeign(request: Request): Response | undefined {
  const { hostname } = new URL(request.url)
  if (!LOOPBACK.has(hostname)) {
    return problem({ code: 'hostRefused', detail: `不以此名称提供服务：${hostname}。 / Not served as ${hostname}.` })
  }
  if (SAFE.has(request.method)) return undefined
  return problem({
    code: 'methodNotAllowed',
    detail: '目前只读，仅支持 GET 与 HEAD。 / Read-only for now: GET and HEAD alone.',
    headers: { allow: 'GET, HEAD' },
  })
}

/** The whole program as one Hono app; it listens to nothing. */
export function createApp({ store, ledger, times, workdays, demonstration }: AppDeps) {
  const epoch = () => `${ledger.version} ${times.today()} ${times.latestDay()}`
  const answers = new AnswerCache(epoch)
  const reader: Reader = { ledger, times, workdays, answers, demonstration }
  const data = () => ({ plan: planAnswer(reader), ...boardData(reader) })
  const api = new OpenAPIHono()
    .route('/', planRoutes(reader))
    .route('/', exportsRoutes(reader))
    .route('/', centresRoutes(reader))
    .route('/', boardRoutes(reader))
    .route('/', mapRoutes(reader))
    .route('/', villagesRoutes(reader))
  const app = new OpenAPIHono().route('/', healthRoutes(store.db)).route('/api', api)
  app.route('/api', openapiRoutes(app, answers)).route('/', clientRoutes({ epoch, data }))
  app.onError(problemOf)
  const route = app.fetch
  app.fetch = (request, ...rest) => answers.serve(request) ?? refuseForeign(request) ?? route(request, ...rest)
  return app
}

export type App = ReturnType<typeof createApp>
