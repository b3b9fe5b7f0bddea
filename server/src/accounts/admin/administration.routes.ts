import { createRoutes } from '../../http/route.ts'
import type { Accounts } from '../accounts.ts'
import { accountAdministrationRoutes } from './accounts.routes.ts'
import { AccountAdministration } from './accounts.service.ts'
import { wallRoutes } from './wall.routes.ts'
import { WallLinks } from './wall.service.ts'

/** What a system administrator does: accounts and the links of wall screens. */
export function administrationRoutes({ store, clock, site, plan, forget, wallLinks }: Accounts) {
  const common = { db: store.db, clock, site }
  const counties = () => plan().counties.map(({ code }) => code)
  return createRoutes()
    .route('/', accountAdministrationRoutes(new AccountAdministration({ ...common, counties, forget })))
    .route('/', wallRoutes(new WallLinks({ ...common, active: wallLinks })))
}
