import { createRoute } from '@hono/zod-openapi'
import { madeWallLinkSchema, makeWallLinkSchema, wallLinksSchema } from '@lvliang/shared/accounts/account.schema'
import { actorOf } from '../../access/actor.ts'
import { PRIVATE } from '../../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, jsonAnswer, NO_QUERY, NOT_FOUND, takingJson } from '../../http/route.ts'
import { CONFLICT, idParam } from './route-parts.ts'
import type { WallLinks } from './wall.service.ts'

const common = { tags: ['wall'] }

const list = createRoute({
  ...common,
  method: 'get',
  path: '/wall-links',
  operationId: 'listWallLinks',
  summary: 'Every link of a wall screen there ever was, newest first',
  request: { query: NO_QUERY },
  responses: { ...jsonAnswer(wallLinksSchema, 'The links, without what opens them'), ...BAD_REQUEST },
})

const make = createRoute({
  ...common,
  method: 'post',
  path: '/wall-links',
  operationId: 'makeWallLink',
  summary: 'Make the read-only address of a wall screen',
  ...takingJson(makeWallLinkSchema),
  responses: {
    ...jsonAnswer(madeWallLinkSchema, 'Made before by the same request and not used yet; the address is a new one'),
    201: { ...jsonAnswer(madeWallLinkSchema, 'Made; the address is shown this once')[200] },
    ...BAD_REQUEST,
    ...CONFLICT,
  },
})

const revoke = createRoute({
  ...common,
  method: 'delete',
  path: '/wall-links/{id}',
  operationId: 'revokeWallLink',
  summary: 'End a link at once',
  request: { params: idParam, query: NO_QUERY },
  responses: { 204: { description: 'Ended, now or before' }, ...BAD_REQUEST, ...NOT_FOUND },
})

export const wallRoutes = (links: WallLinks) =>
  createRoutes()
    .openapi(list, async c => c.json({ items: await links.list() }, 200, PRIVATE))
    .openapi(make, async c => {
      const { isNew, ...made } = await links.make(actorOf(c.env), c.req.valid('json'))
      return c.json(made, isNew ? 201 : 200, PRIVATE)
    })
    .openapi(revoke, async c => {
      await links.revoke(actorOf(c.env), c.req.valid('param').id)
      return c.body(null, 204, PRIVATE)
    })
