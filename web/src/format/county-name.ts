import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { NameKey } from './format.ts'

/** A county's name in full: `临县`, `Lin County`; its code where the plan has no such county. */
export function countyName(counties: Plan['counties'], code: string, name: NameKey): string {
  return counties.find(county => county.code === code)?.name[name] ?? code
}

/** Without the English word for what it is, which the head of a column already says: `Lin`. */
export function shortCountyName(counties: Plan['counties'], code: string, name: NameKey): string {
  const full = countyName(counties, code, name)
  return name === 'en' ? full.replace(/ (County|District|City)$/, '') : full
}
