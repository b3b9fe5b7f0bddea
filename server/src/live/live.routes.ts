import { createRoute, z } from '@hono/zod-openapi'
import { liveEventSchema } from '@lvliang/shared/live/live-event.schema'
import { isSecure, type RequestEnv } from '../access/request-env.ts'
import type { Viewer } from '../access/viewer.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, refused } from '../http/route.ts'
import type { LiveEvents } from './live-events.ts'

const SSE_TYPE = 'text/event-stream'
const place = z.coerce.number().int().nonnegative()

const events = createRoute({
  method: 'get',
  path: '/events',
  operationId: 'listenToEvents',
  tags: ['live'],
  summary: 'Changes as they are entered, as server-sent events',
  description:
    'The `id` of an event is the place of its record in the order of entry. Whoever comes back with it in ' +
    '`Last-Event-ID` (or `lastEventId`) is told what was missed, each once; where that is too much, one event `reset` ' +
    'says that everything is to be read anew. What follows the event `hello` happens now.',
  request: { query: z.strictObject({ lastEventId: place.optional() }) },
  responses: {
    200: { description: 'The events, until the session ends', content: { [SSE_TYPE]: { schema: liveEventSchema } } },
    ...BAD_REQUEST,
    429: refused('Too many streams are open'),
    503: refused('The server is stopping'),
  },
})

const HEADERS = {
  ...PRIVATE,
  'content-type': SSE_TYPE,
  // Asks a proxy to pass each event on at once.
  'x-accel-buffering': 'no',
}

export interface LiveRouteDeps {
  live: LiveEvents
  viewerOf(cookies: string | null, secure: boolean): Viewer | Promise<Viewer>
}

/** The browser's own place is newer than the one in the address it was opened with. */
function placeOf(header: string | undefined, query: number | undefined): number | null {
  if (header === undefined || header === '') return query ?? null
  return place.safeParse(header).data ?? Number.NaN
}

export function liveRoutes({ live, viewerOf }: LiveRouteDeps) {
  /** A wall screen's link may be taken back; asking for a session would keep it from ending. */
  function isStill(viewer: Viewer, cookies: string | null, env: RequestEnv): boolean {
    return viewerOf(cookies, isSecure(env)) === viewer
  }

  return createRoutes().openapi(events, c => {
    if (c.req.raw.method === 'HEAD') return c.body(null, 200, HEADERS)
    const { viewer, hangUp } = c.env
    const cookies = c.req.header('cookie') ?? null
    const stream = live.listen({
      viewer,
      after: placeOf(c.req.header('last-event-id'), c.req.valid('query').lastEventId),
      isAdmitted: () => isStill(viewer, cookies, c.env),
      hangUp,
    })
    return c.body(stream, 200, HEADERS)
  })
}
