import * as z from 'zod/mini'
import type { ApiParams } from '../api/client.ts'
import { filterSearchSchema, lenient } from './filter-search.ts'

const number = lenient(z.string().check(z.regex(/^\d{1,4}$/)))

/** What narrows and sorts the candidates for the next visits, as it stands in the address. */
export const candidatesSearchSchema = z.extend(
  z.pick(filterSearchSchema, { county: true, light: true, verification: true, issues: true, priority: true, q: true }),
  {
    minRisk: number,
    minDays: number,
    planned: lenient(z.enum(['true', 'false'])),
    /** Left out: only centres with a village; there is nothing to see elsewhere. */
    sited: lenient(z.enum(['false', 'any'])),
    sort: lenient(z.string().check(z.minLength(1), z.maxLength(20))),
    /** The risk's parts as bars, or as columns of numbers. */
    parts: lenient(z.enum(['numbers'])),
    /** Where there is room for one: list or map. */
    view: lenient(z.enum(['map'])),
  },
)
export type CandidatesSearch = z.output<typeof candidatesSearchSchema>

export const NO_CANDIDATE_FILTER = {
  county: undefined,
  light: undefined,
  verification: undefined,
  priority: undefined,
  q: undefined,
  issues: undefined,
  minRisk: undefined,
  minDays: undefined,
  planned: undefined,
  sited: undefined,
} satisfies Partial<CandidatesSearch>

/** Whether anything narrows the list beyond what it shows by itself. */
export const isNarrowed = (search: CandidatesSearch): boolean =>
  Object.keys(NO_CANDIDATE_FILTER).some(name => search[name as keyof typeof NO_CANDIDATE_FILTER] !== undefined)

/** The search as parameters of the API. */
export function candidateParams({ sited, parts: _, view: __, ...search }: CandidatesSearch): ApiParams {
  return {
    county: search.county?.join(','),
    light: search.light?.join(','),
    verification: search.verification?.join(','),
    priority: search.priority,
    q: search.q,
    issues: search.issues?.join(','),
    minRisk: search.minRisk,
    minDays: search.minDays,
    planned: search.planned,
    sited: sited === undefined ? true : sited === 'any' ? undefined : false,
    sort: search.sort,
  }
}
