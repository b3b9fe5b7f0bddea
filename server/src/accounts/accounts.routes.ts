import { createRoutes } from '../http/route.ts'
import type { Accounts } from './accounts.ts'
import { administrationRoutes } from './admin/administration.routes.ts'
import { meRoutes } from './me.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'

/** Everything about accounts, in sub-apps. */
export const accountsRoutes = (accounts: Accounts) =>
  createRoutes()
    .route('/', signInRoutes(accounts))
    .route('/', meRoutes(accounts))
    .route('/', administrationRoutes(accounts))
