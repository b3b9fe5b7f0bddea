import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LoadError } from '../components/load-error.tsx'
import { SetUpPage } from '../features/sign-in/set-up.page.tsx'
import { homeOf } from '../session/home-of.ts'
import { beginSession, meQueries } from '../session/me.queries.ts'
import { HeaderControls } from './header-controls.tsx'
import { PageFrame } from './page-frame.tsx'

/** Open to everybody who has a link; whoever was signed in here before no longer is. */
export function SetUpRoute() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const options = useQuery(meQueries.signInOptions())
  const begin = async (me: Me) => {
    beginSession(queries, me)
    await navigate({ ...homeOf(me), replace: true })
  }
  return (
    <PageFrame
      title={options.data?.title}
      demonstration={options.data?.demonstration}
      controls={<HeaderControls />}
      account={null}
    >
      {options.error && <LoadError error={options.error} onRetry={() => void options.refetch()} />}
      <SetUpPage options={options.data} onSignedIn={begin} />
    </PageFrame>
  )
}
