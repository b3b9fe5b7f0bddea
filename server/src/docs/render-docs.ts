interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  description?: string
  [key: string]: unknown
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}

interface Operation {
  operationId?: string
  summary?: string
  parameters?: Parameter[]
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>
}

export interface ApiDocument {
  info: { title: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const html = (text: string) => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? character)

function typeOf(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.$ref) {
    const name = html(schema.$ref.split('/').at(-1) ?? '')
    return `<a href="#schema-${name}">${name}</a>`
  }
  const kind = [schema.type ?? []].flat().join(' | ')
  return html(schema.enum ? `${kind}: ${schema.enum.join(' · ')}` : kind)
}

const parameterRow = ({ name, in: place, required, description, schema }: Parameter) =>
  `<tr><td><code>${html(name)}</code></td><td>${html(place)}${required ? ', required' : ''}</td>` +
  `<td>${typeOf(schema)}</td><td>${html(description ?? '')}</td></tr>`

const responseRow = ([status, { description, content }]: [string, Operation['responses'][string]]) =>
  `<tr><td>${html(status)}</td><td>${html(description)}</td><td>${Object.entries(content ?? {})
    .map(([type, { schema }]) => `<code>${html(type)}</code> ${typeOf(schema)}`)
    .join('<br>')}</td></tr>`

function operation(path: string, method: string, { summary, parameters = [], responses }: Operation): string {
  const given = parameters.length
    ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Type</th><th>What</th></tr></thead><tbody>${parameters.map(parameterRow).join('')}</tbody></table>`
    : ''
  return `<section><h3><code>${html(method.toUpperCase())} ${html(path)}</code></h3><p>${html(summary ?? '')}</p>${given}
<table><thead><tr><th>Status</th><th>Meaning</th><th>Body</th></tr></thead><tbody>${Object.entries(responses).map(responseRow).join('')}</tbody></table></section>`
}

const schemaSection = ([name, schema]: [string, Schema]) =>
  `<section id="schema-${html(name)}"><h3><code>${html(name)}</code></h3><pre tabindex="0">${html(JSON.stringify(schema, null, 2))}</pre></section>`

export interface ProblemKind {
  code: string
  status: number
  title: string
}

const problemRow = ({ code, status, title }: ProblemKind) =>
  `<tr id="${html(code)}"><td><code>${html(code)}</code></td><td>${status}</td><td>${html(title)}</td></tr>`

/** The OpenAPI document as one page: no script, no file from anywhere else. */
export function renderDocs({ info, paths, components }: ApiDocument, problems: readonly ProblemKind[]): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, details]) => operation(path, method, details)),
  )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(info.title)}</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>${html(info.title)}</h1><p>${html(info.description ?? '')}</p>
<p><a href="/api/openapi.json">openapi.json</a></p>
<h2>Operations</h2>${operations.join('')}
<h2>Problems</h2><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${problems.map(problemRow).join('')}</tbody></table>
<h2>Schemas</h2>${Object.entries(components?.schemas ?? {})
    .map(schemaSection)
    .join('')}</main></body>
</html>
`
}
