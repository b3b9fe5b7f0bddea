import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppEnv } from '../access/request-env.ts'
import type { AnswerCache } from '../http/answer-cache.ts'
import { PROBLEM_KINDS } from '../http/problem.ts'
import { BAD_REQUEST, createRoutes, NO_QUERY, NOT_MODIFIED } from '../http/route.ts'
import { DOCS_CSS } from './docs-css.ts'
import { type ApiDocument, renderDocs } from './render-docs.ts'

const INFO = {
  openapi: '3.1.0',
  info: {
    title: '农村老年人日间照料中心建设进度 API / Rural day-care centres: progress API',
    version: '1.0.0',
    description:
      'Sign in first; what changes something is sent from its own origin as JSON. Dates are plain days in Asia/Shanghai, instants ISO 8601 UTC, money integer fen, positions WGS-84. ' +
      'Reads take asOf and knownAt: the same pair gives the same bytes for ever. Several values of a filter are ' +
      'separated by commas.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}

const page = (path: string, operationId: string, contentType: string, schema: z.ZodType, summary: string) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    tags: ['docs'],
    summary,
    request: { query: NO_QUERY },
    responses: {
      200: { description: summary, content: { [contentType]: { schema } } },
      ...NOT_MODIFIED,
      ...BAD_REQUEST,
    },
  })

const JSON_TYPE = 'application/json'
const HTML_TYPE = 'text/html; charset=utf-8'
const CSS_TYPE = 'text/css; charset=utf-8'
const document = page('/openapi.json', 'getOpenApi', JSON_TYPE, z.looseObject({}), 'This document')
const docs = page('/docs', 'getDocs', HTML_TYPE, z.string(), 'This document for people')
const style = page('/docs.css', 'getDocsStyle', CSS_TYPE, z.string(), 'The look of that page')

/** The OpenAPI document of an app, and the same for people. */
export function openapiRoutes(app: () => OpenAPIHono<AppEnv>, answers: AnswerCache) {
  let made: ApiDocument | undefined
  const describe = () => {
    made ??= app().getOpenAPI31Document(INFO) as unknown as ApiDocument
    return made
  }
  return createRoutes()
    .openapi(document, c => answers.answer(c, () => ({ body: JSON.stringify(describe()), contentType: JSON_TYPE })))
    .openapi(docs, c =>
      answers.answer(c, () => ({ body: renderDocs(describe(), PROBLEM_KINDS), contentType: HTML_TYPE })),
    )
    .openapi(style, c => answers.answer(c, () => ({ body: DOCS_CSS, contentType: CSS_TYPE })))
}
