import { createRoute } from '@hono/zod-openapi'
import {
  demonstrationSignInSchema,
  meSchema,
  setUpLinkSchema,
  setUpSchema,
  setUpTokenSchema,
  signInOptionsSchema,
  signInSchema,
} from '@lvliang/shared/accounts/account.schema'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, DONE, jsonAnswer, NO_QUERY, RULE_BROKEN, takingJson } from '../http/route.ts'
import type { Accounts } from './accounts.ts'
import { answerEnded, answerSignedIn } from './answer-session.ts'
import { DEMONSTRATION_ONLY, NOT_SIGNED_IN, tags, userAgentOf } from './route-parts.ts'

const getSignInOptions = createRoute({
  tags,
  method: 'get',
  path: '/auth/options',
  operationId: 'getSignInOptions',
  summary: 'What the sign-in page offers',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(signInOptionsSchema, 'What the sign-in page offers'), ...BAD_REQUEST },
})

const signIn = createRoute({
  tags,
  method: 'post',
  path: '/auth/sign-in/username',
  operationId: 'signIn',
  summary: 'Sign in by user name and password, and a code where there is a second factor',
  ...takingJson(signInSchema),
  responses: { ...jsonAnswer(meSchema, 'Signed in: the cookie is set'), ...BAD_REQUEST, ...NOT_SIGNED_IN },
})

const signInToDemonstration = createRoute({
  tags,
  method: 'post',
  path: '/auth/demonstration',
  operationId: 'signInToDemonstration',
  summary: 'Sign in to the demonstration as a role, on this machine',
  ...takingJson(demonstrationSignInSchema),
  responses: {
    ...jsonAnswer(meSchema, 'Signed in: the cookie is set'),
    ...BAD_REQUEST,
    ...DEMONSTRATION_ONLY,
    ...RULE_BROKEN,
  },
})

const describeSetUpLink = createRoute({
  tags,
  method: 'post',
  path: '/auth/set-up-link',
  operationId: 'describeSetUpLink',
  summary: 'What a one-time link is for',
  ...takingJson(setUpTokenSchema),
  responses: { ...jsonAnswer(setUpLinkSchema, 'What the link is for'), ...BAD_REQUEST, ...RULE_BROKEN },
})

const setUp = createRoute({
  tags,
  method: 'post',
  path: '/auth/set-up',
  operationId: 'setUp',
  summary: 'Set the password of an account by its one-time link, and sign in',
  ...takingJson(setUpSchema),
  responses: { ...jsonAnswer(meSchema, 'Signed in'), ...BAD_REQUEST, ...NOT_SIGNED_IN, ...RULE_BROKEN },
})

const signOut = createRoute({
  tags,
  method: 'post',
  path: '/auth/sign-out',
  operationId: 'signOut',
  summary: 'Sign out on this device',
  request: { query: NO_QUERY },
  responses: { ...DONE, ...BAD_REQUEST },
})

/** How a session begins and ends. */
export const signInRoutes = (accounts: Accounts) =>
  createRoutes()
    .openapi(getSignInOptions, c => c.json(accounts.signInOptions(c.env), 200, PRIVATE))
    .openapi(signIn, async c => {
      const asked = { ...c.req.valid('json'), userAgent: userAgentOf(c) }
      return answerSignedIn(c, accounts, await accounts.signIn.signIn(c.env, asked))
    })
    .openapi(signInToDemonstration, async c => {
      const { role, county } = c.req.valid('json')
      const asked = { role, county, userAgent: userAgentOf(c) }
      return answerSignedIn(c, accounts, await accounts.demonstrationSignIn.signIn(c.env, asked))
    })
    .openapi(describeSetUpLink, async c =>
      c.json(await accounts.setUp.describe(c.env, c.req.valid('json').token), 200, PRIVATE),
    )
    .openapi(setUp, async c => {
      const asked = { ...c.req.valid('json'), userAgent: userAgentOf(c) }
      return answerSignedIn(c, accounts, await accounts.setUp.setUp(c.env, asked))
    })
    .openapi(signOut, async c => {
      await accounts.ownSessions.signOut(c.env)
      return answerEnded(c, accounts)
    })
