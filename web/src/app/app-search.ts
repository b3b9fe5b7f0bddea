import * as z from 'zod/mini'
import { actSearch } from '../filters/act-search.ts'
import { dateSearch, filterSearchSchema } from '../filters/filter-search.ts'

const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined as never)
const text = (max: number) => optional(z.string().check(z.minLength(1), z.maxLength(max)))

/** Bare words in the address: `?wall`, `?sign`. */
const FLAGS = new Set(['wall', 'sign'])
const flag = optional(z.literal(true))

/** Kept on the way from page to page. */
const everywhere = { asOf: dateSearch, lang: text(5), wall: flag }
export const KEPT = ['asOf', 'lang'] as const

export const rootSearchSchema = z.object(everywhere)
export type RootSearch = z.output<typeof rootSearchSchema>

export const boardSearchSchema = z.extend(filterSearchSchema, {
  ...everywhere,
  /** The selected centre. */
  select: text(20),
  /** The node the county shading shows. */
  node: optional(z.enum(['siteSelection', 'groundbreaking', 'mainStructure'])),
  /** On a phone: list or map. */
  view: optional(z.enum(['list', 'map'])),
})

export const centresSearchSchema = z.extend(filterSearchSchema, {
  ...everywhere,
  sort: text(20),
})

export const centreSearchSchema = z.extend(centresSearchSchema, actSearch)

/** `sign`: one came to sign the month. */
export const reportSearchSchema = z.object({ ...everywhere, sign: flag })

/** Addresses carry plain words: `light=red,yellow`, not JSON. */
export function parseSearch(search: string): Record<string, string | true> {
  const entries = [...new URLSearchParams(search)]
  return Object.fromEntries(entries.map(([name, value]) => [name, FLAGS.has(name) || value]))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue
    params.set(name, FLAGS.has(name) ? '' : Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = params
    .toString()
    .replaceAll('%2C', ',')
    .replace(/=(&|$)/g, '$1')
  return text && `?${text}`
}
