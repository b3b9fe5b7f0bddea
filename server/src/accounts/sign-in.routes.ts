import { createRoute, z } from '@hono/zod-openapi'
import { demonstrationSignInSchema, meSchema, signInOptionsSchema } from '@lvliang/shared/accounts/account.schema'
import { jsonBody } from '../http/json-body.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer } from '../http/route.ts'
import type { Accounts } from './accounts.ts'
import { answerSignedIn, userAgentOf } from './answer-session.ts'

const tags = ['accounts']
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const getSignInOptions = createRoute({
  method: 'get',
  path: '/auth/options',
  operationId: 'getSignInOptions',
  tags,
  summary: 'What the sign-in page offers',
  request: { query: z.strictObject({}) },
  responses: { ...jsonAnswer(signInOptionsSchema, 'What the sign-in page offers'), ...BAD_REQUEST },
})

const signInToDemonstration = createRoute({
  method: 'post',
  path: '/auth/demonstration',
  operationId: 'signInToDemonstration',
  tags,
  summary: 'Sign in to the demonstration as a role, on this machine',
  middleware: jsonBody,
  request: body(demonstrationSignInSchema),
  responses: { ...jsonAnswer(meSchema, 'Signed in'), ...BAD_REQUEST },
})

export const signInRoutes = (accounts: Accounts) =>
  createRoutes()
    .openapi(getSignInOptions, c => c.json(accounts.signInOptions(c.env), 200, PRIVATE))
    .openapi(signInToDemonstration, async c => {
      const { role, county } = c.req.valid('json')
      const asked = { role, county, userAgent: userAgentOf(c) }
      return answerSignedIn(c, accounts, await accounts.demonstrationSignIn.signIn(c.env, asked))
    })
