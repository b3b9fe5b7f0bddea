import type { OpenAPIHono } from '@hono/zod-openapi'
import { OPERATIONS, type OperationId } from '@lvliang/shared/accounts/access'
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './request-env.ts'

const KNOWN: ReadonlySet<string> = new Set(OPERATIONS)
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const asPattern = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')

/** The operations of an app's routes, by method and pattern. Throws where one is missing from the table of access. */
export class RouteOperations {
  readonly #app: OpenAPIHono<AppEnv>
  readonly #byRoute = new Map<string, OperationId>()
  readonly #others: ReadonlySet<string>

  /** `others` are routes the document does not describe, as `METHOD /pattern`. */
  constructor(app: OpenAPIHono<AppEnv>, others: Readonly<Record<string, OperationId>>) {
    this.#app = app
    this.#others = new Set(Object.keys(others))
    for (const definition of app.openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue
      const { method, path, operationId } = definition.route
      if (operationId === undefined || !KNOWN.has(operationId)) {
        throw new Error(`${method} ${path}: ${operationId} is not in the table of access`)
      }
      this.#byRoute.set(`${method.toUpperCase()} ${asPattern(path)}`, operationId as OperationId)
    }
    for (const [route, operation] of Object.entries(others)) this.#byRoute.set(route, operation)
  }

  /** The operation that will answer a request; undefined where none of the routes does. */
  of(c: Context<AppEnv>): OperationId | undefined {
    for (const { method, path } of matchedRoutes(c)) {
      const operation = this.#byRoute.get(`${method} ${path}`)
      if (operation) return operation
    }
    return undefined
  }

  /** The methods an address of the API takes. */
  methodsAt(path: string): string[] {
    return METHODS.filter(method =>
      this.#app.router.match(method, path)[0].some(([[, route]]) => this.#isOfApi(`${route.method} ${route.path}`)),
    )
  }

  #isOfApi(route: string): boolean {
    return this.#byRoute.has(route) && !this.#others.has(route)
  }
}
