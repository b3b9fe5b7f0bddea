import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useCallback } from 'react'
import { countyName } from '../../../format/county-name.ts'
import { useLanguage } from '../../../i18n/use-language.ts'

const NO_COUNTIES: Plan['counties'] = []

/** Names of counties in the reader's language. */
export function useCountyName(plan: Plan | undefined): (code: string) => string {
  const { name } = useLanguage()
  const counties = plan?.counties ?? NO_COUNTIES
  return useCallback(code => countyName(counties, code, name), [counties, name])
}
