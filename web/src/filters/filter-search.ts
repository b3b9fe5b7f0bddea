import { isCalendarDate } from '@lvliang/shared/dates/calendar-date'
import { STAGES } from '@lvliang/shared/plan/stage'
import * as z from 'zod/mini'
import type { ApiParams } from '../api/client.ts'
import { BASES, GAPS, ISSUE_CLASSES, LIGHTS, VERIFICATIONS } from './choices.ts'

/** What cannot be understood in an address is left out, never an error page. */
export const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined as never)

export const commaList = <T extends z.ZodMiniType<string, string>>(item: T) =>
  lenient(
    z.pipe(
      z.transform((value: unknown) => (Array.isArray(value) ? value : String(value).split(','))),
      z.array(item).check(z.minLength(1)),
    ),
  )

export const yesNo = lenient(
  z.pipe(
    z.transform((value: unknown) => (value === 'true' ? true : value === 'false' ? false : value)),
    z.boolean(),
  ),
)

export const dateSearch = lenient(z.string().check(z.refine(isCalendarDate)))

/** What narrows a page, as it stands in its address. */
export const filterSearchSchema = z.object({
  county: commaList(z.string().check(z.regex(/^\d{6}$/))),
  light: commaList(z.enum(LIGHTS)),
  stage: commaList(z.enum(STAGES)),
  verification: commaList(z.enum(VERIFICATIONS)),
  gap: commaList(z.enum(GAPS)),
  issues: commaList(z.enum(ISSUE_CLASSES)),
  priority: yesNo,
  located: yesNo,
  q: lenient(z.string().check(z.minLength(1), z.maxLength(100))),
  basis: lenient(z.enum(BASES)),
})

export type FilterSearch = z.output<typeof filterSearchSchema>

/** The filter as parameters of the API, the same for list, summary, curve, changes and exports. */
export function filterParams(search: FilterSearch & { asOf?: string }): ApiParams {
  return {
    asOf: search.asOf,
    county: search.county?.join(','),
    light: search.light?.join(','),
    stage: search.stage?.join(','),
    verification: search.verification?.join(','),
    gap: search.gap?.join(','),
    issues: search.issues?.join(','),
    priority: search.priority,
    located: search.located,
    q: search.q,
    basis: search.basis === 'verified' ? 'verified' : undefined,
  }
}

/** What changes how the whole is read without narrowing it. */
const ABOUT_ALL = new Set(['asOf', 'basis'])

/** Whether anything but the day and the basis narrows the page. */
export function isFiltered(search: FilterSearch): boolean {
  return Object.entries(filterParams(search)).some(([name, value]) => !ABOUT_ALL.has(name) && value !== undefined)
}
