import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMemo } from 'react'
import { countyName } from '../../format/county-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'

type Named = readonly { id: string; name: { zh: string; en: string } }[]

/** The names the plan gives its stages, sources and counties, in the language on screen. */
export function useNames(plan: Plan) {
  const { name } = useLanguage()
  return useMemo(() => {
    const table = (entries: Named) => {
      const names = new Map(entries.map(entry => [entry.id, entry.name[name]]))
      return (id: string) => names.get(id) ?? id
    }
    return {
      stage: table(plan.stages),
      source: table(plan.fundingSources),
      county: (code: string) => countyName(plan.counties, code, name),
    }
  }, [plan, name])
}
