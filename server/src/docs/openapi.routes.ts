import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import type { AnswerCache } from '../http/answer-cache.ts'
import { type ApiDocument, renderDocs } from './render-docs.ts'

const INFO = {
  openapi: '3.1.0',
  info: {
    title: '农村老年人日间照料中心建设进度 API / Rural day-care centres: progress API',
    version: '1.0.0',
    description:
      'Read-only. Dates are plain days in Asia/Shanghai, instants ISO 8601 UTC, money integer fen, positions WGS-84. ' +
      'Every read takes `asOf` and `knownAt`: the same pair gives the same bytes for ever. Several values of a filter are separated by commas.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}

/** The OpenAPI document of an app, and the same for people. */
export function openapiRoutes(app: OpenAPIHono, answers: AnswerCache) {
  let made: ApiDocument | undefined
  const document = () => {
    made ??= app.getOpenAPI31Document(INFO) as unknown as ApiDocument
    return made
  }
  return new Hono()
    .get('/openapi.json', c =>
      answers.answer(c, () => ({ body: JSON.stringify(document()), contentType: 'application/json' })),
    )
    .get('/docs', c =>
      answers.answer(c, () => ({ body: renderDocs(document()), contentType: 'text/html; charset=utf-8' })),
    )
    .get('/docs.css', c => answers.answer(c, () => ({ body: DOCS_CSS, contentType: 'text/css; charset=utf-8' })))
}

const DOCS_CSS = `:root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'Noto Sans CJK SC', sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
section { border-top: 2px solid #8886; margin-top: 2rem; }
h3 code { background: #8882; border-radius: 4px; padding: 0.15rem 0.4rem; }
pre { background: #8881; overflow-x: auto; padding: 0.75rem; }
`
