import type { Context } from 'hono'
import type { RouteOperations } from '../access/operations.ts'
import type { AppEnv } from '../access/request-env.ts'
import { problem } from './problem.ts'

/** Where no route answers: the address takes other methods, or there is nothing at it. */
export const noRoute = (operations: () => RouteOperations) => (c: Context<AppEnv>) => {
  const { pathname } = new URL(c.req.url)
  const methods = operations().methodsAt(pathname)
  if (methods.length === 0) {
    return problem({ code: 'notFound', detail: `没有这个地址：${pathname}。 / There is nothing at ${pathname}.` })
  }
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
  return problem({
    code: 'methodNotAllowed',
    detail: `此地址只接受：${allow}。 / This address takes ${allow}.`,
    headers: { allow },
  })
}
