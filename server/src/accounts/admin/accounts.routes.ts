import { createRoute } from '@hono/zod-openapi'
import {
  accountSchema,
  accountsPageSchema,
  accountsQuerySchema,
  changeAccountSchema,
  createAccountSchema,
  createdAccountSchema,
  madeLinkSchema,
} from '@lvliang/shared/accounts/account.schema'
import { actorOf } from '../../access/actor.ts'
import { versionTag } from '../../http/if-match.ts'
import { jsonBody } from '../../http/json-body.ts'
import { PRIVATE } from '../../http/private-answer.ts'
import {
  BAD_REQUEST,
  createRoutes,
  jsonAnswer,
  NO_QUERY,
  NOT_FOUND,
  RULE_BROKEN,
  takingJson,
} from '../../http/route.ts'
import type { AccountAdministration } from './accounts.service.ts'
import { CONFLICT, idParam, OWN_RIGHTS, STALE } from './route-parts.ts'

const common = { tags: ['accounts'] }

const list = createRoute({
  ...common,
  method: 'get',
  path: '/accounts',
  operationId: 'listAccounts',
  summary: 'The accounts a filter leaves, by user name, a page at a time',
  request: { query: accountsQuerySchema },
  responses: { ...jsonAnswer(accountsPageSchema, 'A page of accounts'), ...BAD_REQUEST },
})

const create = createRoute({
  ...common,
  method: 'post',
  path: '/accounts',
  operationId: 'createAccount',
  summary: 'Make an account and the one-time link by which its owner sets the password',
  ...takingJson(createAccountSchema),
  responses: {
    ...jsonAnswer(createdAccountSchema, 'Made before by the same request; the link is a new one'),
    201: { ...jsonAnswer(createdAccountSchema, 'Made; the link is shown this once')[200] },
    ...BAD_REQUEST,
    ...CONFLICT,
    ...RULE_BROKEN,
  },
})

const get = createRoute({
  ...common,
  method: 'get',
  path: '/accounts/{id}',
  operationId: 'getAccount',
  summary: 'One account, its version as ETag',
  request: { params: idParam, query: NO_QUERY },
  responses: { ...jsonAnswer(accountSchema, 'The account'), ...BAD_REQUEST, ...NOT_FOUND },
})

const change = createRoute({
  ...common,
  method: 'patch',
  path: '/accounts/{id}',
  operationId: 'changeAccount',
  summary: 'Change name, rights or state of another account; other rights end its sessions',
  middleware: jsonBody,
  request: { params: idParam, ...takingJson(changeAccountSchema).request },
  responses: {
    ...jsonAnswer(accountSchema, 'The account as it is now'),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...OWN_RIGHTS,
    ...STALE,
    ...RULE_BROKEN,
  },
})

const makeLink = createRoute({
  ...common,
  method: 'post',
  path: '/accounts/{id}/set-up-links',
  operationId: 'makeSetUpLink',
  summary: 'A new one-time link to set the password; the ones before are void',
  request: { params: idParam, query: NO_QUERY },
  responses: {
    ...jsonAnswer(madeLinkSchema, 'The link, shown this once'),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...OWN_RIGHTS,
    ...RULE_BROKEN,
  },
})

const resetFactor = createRoute({
  ...common,
  method: 'post',
  path: '/accounts/{id}/second-factor-reset',
  operationId: 'resetSecondFactor',
  summary: 'Take away a lost second factor and end the sessions',
  request: { params: idParam, query: NO_QUERY },
  responses: { 204: { description: 'Taken away' }, ...BAD_REQUEST, ...NOT_FOUND, ...OWN_RIGHTS },
})

export const accountAdministrationRoutes = (accounts: AccountAdministration) =>
  createRoutes()
    .openapi(list, async c => c.json(await accounts.list(c.req.valid('query')), 200, PRIVATE))
    .openapi(create, async c => {
      const { isNew, ...created } = await accounts.create(actorOf(c.env), c.req.valid('json'))
      return c.json(created, isNew ? 201 : 200, PRIVATE)
    })
    .openapi(get, async c => {
      const account = await accounts.get(c.req.valid('param').id)
      return c.json(account, 200, { ...PRIVATE, etag: versionTag(account.version) })
    })
    .openapi(change, async c => {
      const { id } = c.req.valid('param')
      const ifMatch = c.req.header('if-match')
      const account = await accounts.change(actorOf(c.env), id, { ifMatch, change: c.req.valid('json') })
      return c.json(account, 200, { ...PRIVATE, etag: versionTag(account.version) })
    })
    .openapi(makeLink, async c => {
      const link = await accounts.makeSetUpLink(actorOf(c.env), c.req.valid('param').id)
      return c.json(link, 200, PRIVATE)
    })
    .openapi(resetFactor, async c => {
      await accounts.resetSecondFactor(actorOf(c.env), c.req.valid('param').id)
      return c.body(null, 204, PRIVATE)
    })
