import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { accountsSearchSchema, auditSearchSchema } from '../filters/admin-search.ts'
import { candidatesSearchSchema } from '../filters/inspection-search.ts'
import { issuesSearchSchema } from '../filters/issue-search.ts'
import { visitSearchSchema, visitsSearchSchema } from '../filters/visit-search.ts'
import {
  boardSearchSchema,
  centreSearchSchema,
  centresSearchSchema,
  KEPT,
  parseSearch,
  type RootSearch,
  reportSearchSchema,
  rootSearchSchema,
  stringifySearch,
} from './app-search.ts'
import { BoardRoute } from './board.route.tsx'
import { ErrorPage, NotFoundPage } from './error-page.tsx'
import { GoTo } from './go-to.tsx'
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
  staticData: { needs: 'listCentres' },
  validateSearch: search => boardSearchSchema.parse(search),
})

const centresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/centres',
  component: lazyRouteComponent(() => import('./centres.route.tsx'), 'CentresRoute'),
  staticData: { needs: 'listCentres' },
  validateSearch: search => centresSearchSchema.parse(search),
})

const centreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/centres/$code',
  component: lazyRouteComponent(() => import('./centre.route.tsx'), 'CentreRoute'),
  staticData: { needs: 'getCentre' },
  // The list's filters and order come along, so that previous, next and back keep to them.
  validateSearch: search => centreSearchSchema.parse(search),
})

const countyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/counties/$code',
  component: lazyRouteComponent(() => import('../features/workbench/workbench.page.tsx'), 'WorkbenchPage'),
  staticData: { needs: 'getCounty' },
})

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/reports.page.tsx'), 'ReportsPage'),
  staticData: { needs: 'getReportingStatus' },
})

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/$county/$period',
  component: lazyRouteComponent(() => import('../features/reports/report.page.tsx'), 'ReportPage'),
  staticData: { needs: 'getMonthlyReport' },
  validateSearch: search => reportSearchSchema.parse(search),
})

const inspectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections',
  component: lazyRouteComponent(() => import('../features/inspections/home/inspections.page.tsx'), 'InspectionsPage'),
  staticData: { needs: 'listIssues' },
})

const visitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections/visits',
  component: lazyRouteComponent(() => import('../features/inspections/visits/visits.page.tsx'), 'VisitsPage'),
  staticData: { needs: 'listVisits' },
  validateSearch: search => visitsSearchSchema.parse(search),
})

const candidatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections/candidates',
  component: lazyRouteComponent(
    () => import('../features/inspections/candidates/candidates.page.tsx'),
    'CandidatesPage',
  ),
  staticData: { needs: 'listCandidates' },
  validateSearch: search => candidatesSearchSchema.parse(search),
})

const visitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections/visits/$visit',
  component: lazyRouteComponent(() => import('../features/inspections/visit/visit.page.tsx'), 'VisitPage'),
  staticData: { needs: 'getVisit' },
  validateSearch: search => visitSearchSchema.parse(search),
})

const issuesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections/issues',
  component: lazyRouteComponent(() => import('../features/inspections/issues/issues.page.tsx'), 'IssuesPage'),
  staticData: { needs: 'listIssues' },
  validateSearch: search => issuesSearchSchema.parse(search),
})

const issueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspections/issues/$issue',
  component: lazyRouteComponent(() => import('../features/inspections/issues/issue.page.tsx'), 'IssuePage'),
  staticData: { needs: 'getIssue' },
  // The list's filters come along, so that the way back keeps to them.
  validateSearch: search => issuesSearchSchema.parse(search),
})

// Only reached signed in: the sign-in itself stands in place of every page.
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: () => <GoTo home={{ to: '/' }} />,
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up.route.tsx'), 'SetUpRoute'),
  staticData: { open: true },
})

const ownAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/own-account/own-account.page.tsx'), 'OwnAccountPage'),
  staticData: { needs: 'changePassword' },
})

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/accounts/accounts.page.tsx'), 'AccountsPage'),
  staticData: { needs: 'listAccounts' },
  validateSearch: search => accountsSearchSchema.parse(search),
})

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit.page.tsx'), 'AuditPage'),
  staticData: { needs: 'listAudit' },
  validateSearch: search => auditSearchSchema.parse(search),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    boardRoute,
    centresRoute,
    centreRoute,
    reportsRoute,
    reportRoute,
    countyRoute,
    inspectionsRoute,
    visitsRoute,
    candidatesRoute,
    visitRoute,
    issuesRoute,
    issueRoute,
    signInRoute,
    setUpRoute,
    ownAccountRoute,
    accountsRoute,
    auditRoute,
  ]),
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
