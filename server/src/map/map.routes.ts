import { readFile } from 'node:fs/promises'
import { createRoute } from '@hono/zod-openapi'
import { featureCollectionSchema, GEOJSON_TYPE } from '../http/geojson.ts'
import { BAD_REQUEST, createRoutes, NO_QUERY, NOT_MODIFIED } from '../http/route.ts'
import { PATHS } from '../paths.ts'
import type { Reader } from '../reader.ts'

const layer = (name: 'counties' | 'base', summary: string) =>
  createRoute({
    method: 'get',
    path: `/map/${name}.geojson`,
    operationId: `getMap${name === 'counties' ? 'Counties' : 'Base'}`,
    tags: ['map'],
    summary,
    request: { query: NO_QUERY },
    responses: {
      200: { description: 'RFC 7946, WGS-84', content: { [GEOJSON_TYPE]: { schema: featureCollectionSchema } } },
      ...NOT_MODIFIED,
      ...BAD_REQUEST,
    },
  })

/** Layers change only with the program: a day's rest for the network, then a 304. */
const headers = { 'cache-control': 'private, max-age=86400' }

export const mapRoutes = ({ answers }: Reader) =>
  createRoutes()
    .openapi(layer('counties', 'The counties of the plan'), c =>
      answers.answer(c, async () => ({ body: await readFile(PATHS.counties), contentType: GEOJSON_TYPE, headers })),
    )
    .openapi(layer('base', 'Neighbours, the river and labels around them'), c =>
      answers.answer(c, async () => ({ body: await readFile(PATHS.base), contentType: GEOJSON_TYPE, headers })),
    )
