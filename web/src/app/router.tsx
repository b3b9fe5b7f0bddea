import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import {
  boardSearchSchema,
  centresSearchSchema,
  KEPT,
  parseSearch,
  type RootSearch,
  rootSearchSchema,
  stringifySearch,
} from './app-search.ts'
import { BoardRoute } from './board.route.tsx'
import { ErrorPage, NotFoundPage } from './error-page.tsx'
import { Layout } from './layout.tsx'

const rootRoute = createRootRoute({
  component: Layout,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
  validateSearch: search => rootSearchSchema.parse(search),
  search: { middlewares: [retainSearchParams<RootSearch>([...KEPT])] },
})

// The board is in the first load: its numbers are already in the page when this runs.
const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: BoardRoute,
  validateSearch: search => boardSearchSchema.parse(search),
})

const centresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/centres',
  component: lazyRouteComponent(() => import('./centres.route.tsx'), 'CentresRoute'),
  validateSearch: search => centresSearchSchema.parse(search),
})

const centreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/centres/$code',
  component: lazyRouteComponent(() => import('../features/centres/centre.page.tsx'), 'CentrePage'),
  // The list's filters and order come along, so that previous, next and back keep to them.
  validateSearch: search => centresSearchSchema.parse(search),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([boardRoute, centresRoute, centreRoute]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
