import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { LoadError } from '../components/load-error.tsx'
import { SignInPage } from '../features/sign-in/sign-in.page.tsx'
import { homeOf } from '../session/home-of.ts'
import { beginSession, meQueries } from '../session/me.queries.ts'
import { HeaderControls } from './header-controls.tsx'
import { PageFrame } from './page-frame.tsx'

/** Stands at every address for one who is not signed in; the address stays for afterwards. */
export function SignInRoute() {
  const queries = useQueryClient()
  const options = useQuery(meQueries.signInOptions())
  const navigate = useNavigate()
  const path = useLocation({ select: location => location.pathname })
  const begin = (me: Me) => {
    beginSession(queries, me)
    if (path === '/') void navigate({ ...homeOf(me), replace: true })
  }
  return (
    <PageFrame
      title={options.data?.title}
      demonstration={options.data?.demonstration}
      controls={<HeaderControls />}
      account={null}
    >
      {options.error && <LoadError error={options.error} onRetry={() => void options.refetch()} />}
      <SignInPage options={options.data} onSignedIn={begin} />
    </PageFrame>
  )
}
