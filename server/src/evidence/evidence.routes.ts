import { createRoute, z } from '@hono/zod-openapi'
import {
  addDocumentQuerySchema,
  addPhotoQuerySchema,
  CENTRE_DOCUMENT_KINDS,
  DOCUMENT_TYPES,
  documentSchema,
  PHOTO_SIZES,
  PHOTO_TYPES,
  photoSchema,
  withdrawEvidenceSchema,
} from '@lvliang/shared/evidence/evidence.schema'
import type { Context } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { DomainError } from '../errors.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { BAD_REQUEST, createRoutes, DONE, jsonAnswer, NO_QUERY, NOT_FOUND, refused, takingJson } from '../http/route.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { EvidenceService } from './evidence.service.ts'
import type { FileType } from './file-type.ts'
import { type EvidenceServer, PAGE_EDGE, PHOTO_EDGES, PICTURE } from './serve-evidence.ts'

const binary = { schema: z.string().meta({ format: 'binary' }) }
const sentAs = (types: readonly string[]) => ({
  required: true,
  content: Object.fromEntries(types.map(type => [type, binary])),
})

const REFUSED = {
  ...BAD_REQUEST,
  403: refused('Not for this account'),
  ...NOT_FOUND,
  408: refused('The body comes too slowly'),
  409: refused('The same id with other content'),
  413: refused('Larger than 20 MB'),
  415: refused('Of another type than is taken, or than it is said to be'),
  422: refused('Broken, or more than a picture or pages'),
  503: refused('Too many at once; try again soon'),
}

const addPhoto = createRoute({
  method: 'post',
  path: '/photos',
  operationId: 'addPhoto',
  tags: ['evidence'],
  summary: 'Add a photo of a centre; the picture is the body',
  description:
    'The original is kept durably before the answer. `id` is made by the sender: sent again, it is the same act.',
  request: { query: addPhotoQuerySchema, body: sentAs(PHOTO_TYPES) },
  responses: {
    ...jsonAnswer(photoSchema, 'Added before by the same act'),
    201: jsonAnswer(photoSchema, 'Added')[200],
    ...REFUSED,
  },
})

const getPhoto = createRoute({
  method: 'get',
  path: '/photos/{sha256}',
  operationId: 'getPhoto',
  tags: ['evidence'],
  summary: 'A photo, made anew from its original: turned upright, without what it tells of time and place',
  request: {
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: z.strictObject({ size: z.enum(PHOTO_SIZES.map(String) as ['320', '1600']).optional() }),
  },
  responses: {
    200: { description: 'The picture', content: { [PICTURE]: binary } },
    304: { description: 'Not modified: the client holds these bytes' },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const addDocument = createRoute({
  method: 'post',
  path: '/documents',
  operationId: 'addDocument',
  tags: ['evidence'],
  summary: 'Add a document of a centre or a county; the file is the body',
  description: 'PDF without scripts, attachments and actions of its own, or a picture. `id` is made by the sender.',
  request: { query: addDocumentQuerySchema, body: sentAs(DOCUMENT_TYPES) },
  responses: {
    ...jsonAnswer(documentSchema, 'Added before by the same act'),
    201: jsonAnswer(documentSchema, 'Added')[200],
    ...REFUSED,
  },
})

const getDocument = createRoute({
  method: 'get',
  path: '/documents/{id}',
  operationId: 'getDocument',
  tags: ['evidence'],
  summary: 'A document, to be shown in a frame of our own',
  request: { params: z.object({ id: z.uuid() }), query: NO_QUERY },
  responses: {
    200: { description: 'The document', content: { 'application/pdf': binary, [PICTURE]: binary } },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const withdraw = createRoute({
  method: 'post',
  path: '/evidence/{id}/withdrawal',
  operationId: 'withdrawEvidence',
  tags: ['evidence'],
  summary: 'Withdraw a photo or document: by the account that added it, or the city office',
  ...takingJson(withdrawEvidenceSchema),
  request: { params: z.object({ id: z.uuid() }), ...takingJson(withdrawEvidenceSchema).request },
  responses: {
    ...DONE,
    ...BAD_REQUEST,
    403: refused('Not for this account'),
    ...NOT_FOUND,
    409: refused('Withdrawn already'),
  },
})

type DocumentQuery = z.output<typeof addDocumentQuerySchema>

const misplaced = (parameter: 'centre' | 'county') => {
  const message = `此类材料须指明 ${parameter}，且只指明它。 / Documents of this kind name their ${parameter}, and it alone.`
  return new DomainError('invalidParameter', message, [
    { pointer: `/query/${parameter}`, code: 'invalidParameter', message },
  ])
}

/** What a document is about, by its kind. */
function subjectOf(ledger: Ledger, { kind, centre, county }: DocumentQuery) {
  if ((CENTRE_DOCUMENT_KINDS as readonly string[]).includes(kind)) {
    if (centre === undefined || county !== undefined) throw misplaced('centre')
    return { centreCode: centre, countyCode: countyOfCentre(ledger, centre) }
  }
  if (county === undefined || centre !== undefined) throw misplaced('county')
  if (ledger.programme.plan.counties.some(({ code }) => code === county))
    return { centreCode: null, countyCode: county }
  throw new DomainError('countyUnknown', `没有代码为 ${county} 的县（市、区）。 / There is no county ${county}.`)
}

function countyOfCentre(ledger: Ledger, centre: string): string {
  const slot = ledger.slot(centre)
  if (slot) return slot.countyCode
  throw new DomainError('centreUnknown', `没有编号为 ${centre} 的项目。 / There is no centre ${centre}.`)
}

const uploadOf = (c: Context<AppEnv>, takes: readonly FileType[], sizes: readonly number[]) => ({
  env: c.env,
  headers: c.req.raw.headers,
  body: c.req.raw.body,
  takes,
  sizes,
})

export interface EvidenceRoutesDeps {
  ledger: Ledger
  service: EvidenceService
  server: EvidenceServer
}

export const evidenceRoutes = ({ ledger, service, server }: EvidenceRoutesDeps) =>
  createRoutes()
    .openapi(addPhoto, async c => {
      const { id, centre, stage = null, name } = c.req.valid('query')
      const countyCode = countyOfCentre(ledger, centre)
      await c.env.permit?.('addPhoto', countyCode)
      const about = { id, kind: 'photo' as const, name, countyCode, centreCode: centre, stage }
      const { isNew, evidence } = await service.add('addPhoto', uploadOf(c, PHOTO_TYPES, PHOTO_EDGES), about)
      return c.json(service.photo(evidence), isNew ? 201 : 200, PRIVATE)
    })
    .openapi(getPhoto, c => {
      const { sha256 } = c.req.valid('param')
      const { size = '1600' } = c.req.valid('query')
      return server.photo(sha256, Number(size), c.req.header('if-none-match'))
    })
    .openapi(addDocument, async c => {
      const query = c.req.valid('query')
      const subject = subjectOf(ledger, query)
      await c.env.permit?.('addDocument', subject.countyCode)
      const about = { id: query.id, kind: query.kind, name: query.name, stage: null, ...subject }
      const { isNew, evidence } = await service.add('addDocument', uploadOf(c, DOCUMENT_TYPES, [PAGE_EDGE]), about)
      return c.json(service.document(evidence), isNew ? 201 : 200, PRIVATE)
    })
    .openapi(getDocument, c => server.document(c.req.valid('param').id))
    .openapi(withdraw, async c => {
      await service.withdraw(c.env, c.req.valid('param').id, c.req.valid('json'))
      return c.body(null, 204, PRIVATE)
    })
