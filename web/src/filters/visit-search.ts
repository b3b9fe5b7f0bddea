import type { Visit } from '@lvliang/shared/inspections/visit.schema'
import * as z from 'zod/mini'
import type { ApiParams } from '../api/client.ts'
import { dateSearch, lenient } from './filter-search.ts'

export const VISIT_STATES = ['planned', 'recorded', 'cancelled'] as const satisfies readonly Visit['state'][]

/** What narrows the list of visits, as it stands in its address. */
export const visitsSearchSchema = z.object({
  asOf: dateSearch,
  state: lenient(z.enum(VISIT_STATES)),
  county: lenient(z.string().check(z.regex(/^\d{6}$/))),
  centre: lenient(z.string().check(z.minLength(1), z.maxLength(40))),
  mine: lenient(z.enum(['true'])),
})
export type VisitsSearch = z.output<typeof visitsSearchSchema>

/** `centre`: the visit is on the spot, of that centre. */
export const visitSearchSchema = z.pick(visitsSearchSchema, { asOf: true, centre: true })

/** The search as parameters of the API, and nothing else that the address holds; the list knows no other day than today. */
export const visitParams = ({ state, county, centre, mine }: VisitsSearch): ApiParams => ({
  state,
  county,
  centre,
  mine,
})
