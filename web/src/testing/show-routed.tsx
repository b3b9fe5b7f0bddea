import type { Me } from '@lvliang/shared/accounts/account.schema'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
  type StaticDataRouteOption,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { parseSearch, rootSearchSchema, stringifySearch } from '../app/app-search.ts'
import { createQueryClient } from '../app/query-client.ts'
import { meQueries } from '../session/me.queries.ts'
import { show } from './show.tsx'

interface Where {
  /** Who is signed in. */
  me?: Me | null
  path?: string
}

interface TestPage {
  path: string
  component: RouteComponent
  staticData?: StaticDataRouteOption
  validateSearch?: (search: Record<string, unknown>) => object
}

/** Draws pages inside their frame, at an address, for one who is signed in or nobody. */
export function showPages(frame: RouteComponent | undefined, pages: TestPage[], { me = null, path = '/' }: Where = {}) {
  const queries = createQueryClient()
  queries.setQueryData(meQueries.current().queryKey, me)
  const root = createRootRoute({ component: frame, validateSearch: search => rootSearchSchema.parse(search) })
  const router = createRouter({
    routeTree: root.addChildren(pages.map(page => createRoute({ getParentRoute: () => root, ...page }))),
    history: createMemoryHistory({ initialEntries: [path] }),
    parseSearch,
    stringifySearch,
  })
  const element = show(
    <QueryClientProvider client={queries}>
      {/* biome-ignore lint/suspicious/noExplicitAny: not the router the application registered */}
      <RouterProvider router={router as any} />
    </QueryClientProvider>,
  )
  return { element, queries, router }
}

/** Draws a part of a page that reads from the API and knows its address. */
export const showRouted = (children: ReactNode, where: Where = {}) =>
  showPages(undefined, [{ path: '$', component: () => children }], where)
