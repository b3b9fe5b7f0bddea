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
import { problemOf } from './http/problem.ts'
import { refuseForeign } from './http/refuse-foreign.ts'
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

/** The whole program as one Hono app; it listens to nothing. */
export function createApp({ store, ledger, times, workdays, demonstration }: AppDeps) {
  const epoch = () => `${ledger.version} ${times.today()} ${times.latestDay()}`
  const answers = new AnswerCache(epoch)
  const reader: Reader = { ledger, times, workdays, answers, demonstration }
  const pageData = () => ({ plan: planAnswer(reader), ...boardData(reader) })
  const api = new OpenAPIHono()
    .route('/', planRoutes(reader))
    .route('/', exportsRoutes(reader))
    .route('/', centresRoutes(reader))
    .route('/', boardRoutes(reader))
    .route('/', mapRoutes(reader))
    .route('/', villagesRoutes(reader))
    .route(
      '/',
      openapiRoutes(() => app, answers),
    )
  const app: OpenAPIHono = new OpenAPIHono().route('/', healthRoutes(store.db, ledger)).route('/api', api)
  app.route('/', clientRoutes({ epoch, data: pageData }))
  app.onError(problemOf)

  const route = app.fetch
  const answerSlowly: typeof route = async (...request) => {
    try {
      return await route(...request)
    } catch (thrown) {
      // Hono hands its error handler instances of `Error` alone.
      return problemOf(thrown)
    }
  }
  app.fetch = (request, ...rest) => answers.serve(request) ?? refuseForeign(request) ?? answerSlowly(request, ...rest)
  return app
}
