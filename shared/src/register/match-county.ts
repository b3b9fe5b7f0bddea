import type { PlanCounty } from '../plan/plan.schema.ts'
import { plainKey } from './names.ts'
import type { Parsed } from './problem.ts'

/** The code of the county a cell names: full Chinese or English name, or six-digit code. */
export function matchCounty(text: string, counties: readonly PlanCounty[]): Parsed<string> {
  const key = plainKey(text).replace(/^(山西省)?吕梁市/, '')
  const found = counties.find(({ code, name }) => code === key || name.zh === key || plainKey(name.en) === key)
  if (found !== undefined) return { value: found.code }
  return { code: 'unknownCounty', params: { names: counties.map(({ name }) => name.zh).join('、') } }
}
