import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLiveApp } from '../../../test/factories/store.ts'

interface Document {
  openapi: string
  paths: Record<
    string,
    Record<string, { operationId: string; summary: string; parameters?: { name: string }[]; responses: object }>
  >
  components: { schemas: Record<string, object> }
}

let live: Awaited<ReturnType<typeof createLiveApp>>
let document: Document
beforeAll(async () => {
  live = await createLiveApp()
  document = await live.get<Document>('/api/openapi.json')
})
afterAll(() => live.close())

/** Every `$ref` anywhere in a value. */
function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

test('the document is OpenAPI 3.1 and lists every route the app answers', () => {
  const served = live.whole.routes.filter(({ path }) => path !== '/*')
  const paths = new Set(served.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')))
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).sort()).toEqual([...paths].sort())
})

test('every operation has an id of its own, a summary and answers', () => {
  const operations = Object.values(document.paths).flatMap(Object.values)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { operationId, summary, responses } of operations) {
    expect(summary, operationId).toBeTruthy()
    expect(
      Object.keys(responses).some(status => /^20\d$/.test(status)),
      operationId,
    ).toBe(true)
  }
})

test('every reference leads to a schema', () => {
  const names = refsIn(document).map(ref => ref.replace('#/components/schemas/', ''))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(name => !(name in document.components.schemas))).toEqual([])
})

test('list, summary and exports take the same filters', () => {
  const filters = (path: string) => (document.paths[path]?.get?.parameters ?? []).map(({ name }) => name)
  const summary = filters('/api/summary')
  expect(summary).toContain('bbox')
  for (const path of ['/api/centres', '/api/centres.csv', '/api/centres.xlsx', '/api/centres.geojson']) {
    expect(filters(path)).toEqual(expect.arrayContaining(summary))
  }
})

test('its page names every operation and needs no script and no file from elsewhere', async () => {
  const page = await (await live.app.request('/api/docs')).text()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) expect(page).toContain(`${method.toUpperCase()} ${path}`)
  }
  expect(page).not.toMatch(/<script|https?:\/\/|style=/)
})

test('the type of a problem leads to its line on the page', async () => {
  const problem = (await (await live.app.request('/api/nowhere')).json()) as { type: string }
  const [path = '', id] = problem.type.split('#')
  expect(await (await live.app.request(path)).text()).toContain(`<tr id="${id}">`)
})
