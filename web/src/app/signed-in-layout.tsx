import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { planQueries } from '../api/plan.queries.ts'
import { Live } from '../live/live.tsx'
import { AccountMenu } from '../session/account-menu.tsx'
import { homeOf } from '../session/home-of.ts'
import { meQueries } from '../session/me.queries.ts'
import { ViewAsBanner } from '../session/view-as-banner.tsx'
import { GoTo } from './go-to.tsx'
import { PAGES, type Page } from './header.tsx'
import { HeaderControls } from './header-controls.tsx'
import { PageFrame } from './page-frame.tsx'
import { standingOf } from './page-rights.ts'
import { SessionGuard } from './session-guard.tsx'

const Forbidden = lazy(() => import('./forbidden-page.tsx').then(module => ({ default: module.ForbiddenPage })))
const SecondFactorStep = lazy(() =>
  import('../features/own-account/second-factor-step.tsx').then(module => ({ default: module.SecondFactorStep })),
)

const pageOf = (path: string) =>
  PAGES.find(
    page => path === page.path || (page.path !== '/' && path.startsWith(`${page.path.replace('/$code', '')}/`)),
  )

/** Whose workbench the navigation leads to. */
const ownCounty = ({ county, viewingAs }: Me) => viewingAs ?? county ?? ''

const linksOf = (me: Me) => (page: Page, label: string, current: boolean) => (
  <Link to={page.path} params={{ code: ownCounty(me) }} aria-current={current ? 'page' : undefined} activeProps={{}}>
    {label}
  </Link>
)

interface SignedInLayoutProps {
  me: Me
  path: string
  needs: OperationId | undefined
}

/** A page as the one who is signed in may see it. */
export function SignedInLayout({ me, path, needs }: SignedInLayoutProps) {
  const plan = useQuery({ ...planQueries.current(), enabled: me.may.includes('getPlan') }).data
  const { asOf } = useSearch({ strict: false })
  const standing = standingOf(me, { path, needs })
  // Who may not know the plan yet may know its name.
  const named = useQuery({ ...meQueries.signInOptions(), enabled: standing === 'secondFactor' }).data
  return (
    <>
      <PageFrame
        title={(plan ?? named)?.title}
        demonstration={(plan ?? named)?.demonstration}
        asOf={asOf ?? plan?.today}
        may={standing === 'secondFactor' ? [] : me.may}
        page={pageOf(path)?.id ?? null}
        renderLink={linksOf(me)}
        controls={<HeaderControls />}
        account={<AccountMenu me={me} plan={plan} switches={<HeaderControls />} />}
        banner={me.viewingAs && <ViewAsBanner county={me.viewingAs} plan={plan} />}
      >
        {standing === 'page' && <Outlet />}
        {standing === 'home' && <GoTo home={homeOf(me)} />}
        <Suspense>
          {standing === 'forbidden' && <Forbidden me={me} />}
          {standing === 'secondFactor' && <SecondFactorStep />}
        </Suspense>
      </PageFrame>
      {standing !== 'secondFactor' && me.may.includes('listenToEvents') && <Live />}
      <SessionGuard me={me} />
    </>
  )
}
