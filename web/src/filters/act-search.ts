import { STAGES } from '@lvliang/shared/plan/stage'
import * as z from 'zod/mini'
import { lenient } from './filter-search.ts'

/** What may be done to a centre on its page. */
export const ACTS = ['verify', 'reverse', 'relocation', 'delay'] as const
export type ActName = (typeof ACTS)[number]

/** Which dialog of a centre's page stands open, as its address says. */
export const actSearch = {
  act: lenient(z.enum(ACTS)),
  /** The stage it is about; `stage` is the list's filter. */
  at: lenient(z.enum(STAGES)),
  /** The request it answers. */
  request: lenient(z.uuid()),
}

export const NO_ACT = { act: undefined, at: undefined, request: undefined }
