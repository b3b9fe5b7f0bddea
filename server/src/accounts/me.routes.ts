import { createRoute, z } from '@hono/zod-openapi'
import {
  changePasswordSchema,
  confirmSecondFactorSchema,
  type Me,
  meSchema,
  passwordProofSchema,
  secondFactorSchema,
  sessionsSchema,
  viewAsSchema,
} from '@lvliang/shared/accounts/account.schema'
import { meOf } from '../access/me.ts'
import { isSecure } from '../access/request-env.ts'
import { PRIVATE } from '../http/private-answer.ts'
import {
  BAD_REQUEST,
  createRoutes,
  DONE,
  jsonAnswer,
  NO_QUERY,
  NOT_FOUND,
  RULE_BROKEN,
  takingJson,
} from '../http/route.ts'
import type { Accounts } from './accounts.ts'
import { answerEnded, answerSignedIn } from './answer-session.ts'
import { NOT_SIGNED_IN, tags, userAgentOf, WRONG_PASSWORD } from './route-parts.ts'

const getMe = createRoute({
  tags,
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  summary: 'Who is asking, and what they may do',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(meSchema, 'Who is asking'), ...BAD_REQUEST },
})

const changePassword = createRoute({
  tags,
  method: 'post',
  path: '/me/password',
  operationId: 'changePassword',
  summary: 'Change the own password; ends every other session',
  ...takingJson(changePasswordSchema),
  responses: { ...jsonAnswer(meSchema, 'Changed'), ...BAD_REQUEST, ...WRONG_PASSWORD, ...RULE_BROKEN },
})

const beginSecondFactor = createRoute({
  tags,
  method: 'post',
  path: '/me/second-factor',
  operationId: 'beginSecondFactor',
  summary: 'Make a second factor; it counts once its first code is confirmed',
  ...takingJson(passwordProofSchema),
  responses: { ...jsonAnswer(secondFactorSchema, 'Shown once'), ...BAD_REQUEST, ...WRONG_PASSWORD },
})

const confirmSecondFactor = createRoute({
  tags,
  method: 'post',
  path: '/me/second-factor/confirmation',
  operationId: 'confirmSecondFactor',
  summary: 'Put the second factor just made in force by its first code',
  ...takingJson(confirmSecondFactorSchema),
  responses: { ...jsonAnswer(meSchema, 'In force'), ...BAD_REQUEST, ...NOT_SIGNED_IN },
})

const removeSecondFactor = createRoute({
  tags,
  method: 'post',
  path: '/me/second-factor/removal',
  operationId: 'removeSecondFactor',
  summary: 'Remove the own second factor, where the role may do without',
  ...takingJson(passwordProofSchema),
  responses: { ...jsonAnswer(meSchema, 'Removed'), ...BAD_REQUEST, ...WRONG_PASSWORD },
})

const listSessions = createRoute({
  tags,
  method: 'get',
  path: '/me/sessions',
  operationId: 'listSessions',
  summary: 'The devices this account is signed in on',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(sessionsSchema, 'Last seen first'), ...BAD_REQUEST },
})

const endSession = createRoute({
  tags,
  method: 'delete',
  path: '/me/sessions/{id}',
  operationId: 'endSession',
  summary: 'End one of the own sessions',
  request: { query: NO_QUERY, params: z.object({ id: z.string().max(40) }) },
  responses: { ...DONE, ...BAD_REQUEST, ...NOT_FOUND },
})

const viewAsCounty = createRoute({
  tags,
  method: 'put',
  path: '/me/view-as',
  operationId: 'viewAsCounty',
  summary: 'Look through the eyes of a county, changing nothing; null ends it',
  ...takingJson(viewAsSchema),
  responses: { ...jsonAnswer(meSchema, 'Who is asking now'), ...BAD_REQUEST, ...RULE_BROKEN },
})

/** What an account does for itself. */
export function meRoutes(accounts: Accounts) {
  const { ownSecondFactor, ownSessions, passwordChange, viewerOf } = accounts
  const me = async (cookies: string | undefined, secure: boolean) => meOf(await viewerOf(cookies ?? null, secure)) as Me
  return createRoutes()
    .openapi(getMe, c => c.json(meOf(c.env.viewer) as Me, 200, PRIVATE))
    .openapi(changePassword, async c => {
      const asked = { ...c.req.valid('json'), userAgent: userAgentOf(c) }
      return answerSignedIn(c, accounts, await passwordChange.change(c.env, asked))
    })
    .openapi(beginSecondFactor, async c =>
      c.json(await ownSecondFactor.begin(c.env, c.req.valid('json').password), 200, PRIVATE),
    )
    .openapi(confirmSecondFactor, async c => {
      await ownSecondFactor.confirm(c.env, c.req.valid('json').code)
      return c.json(await me(c.req.header('cookie'), isSecure(c.env)), 200, PRIVATE)
    })
    .openapi(removeSecondFactor, async c => {
      await ownSecondFactor.remove(c.env, c.req.valid('json').password)
      return c.json(await me(c.req.header('cookie'), isSecure(c.env)), 200, PRIVATE)
    })
    .openapi(listSessions, async c => c.json({ items: await ownSessions.list(c.env) }, 200, PRIVATE))
    .openapi(endSession, async c => {
      const { id } = c.req.valid('param')
      await ownSessions.end(c.env, id)
      return answerEnded(c, accounts, id === c.env.viewer.sessionId)
    })
    .openapi(viewAsCounty, async c => {
      await ownSessions.viewAs(c.env, c.req.valid('json').county)
      return c.json(await me(c.req.header('cookie'), isSecure(c.env)), 200, PRIVATE)
    })
}
