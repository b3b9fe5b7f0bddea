import type { Reason } from '@lvliang/shared/centres/centre.schema'
import { reasonText } from '@lvliang/shared/centres/reason-text'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { useMemo } from 'react'
import { countyName, shortCountyName } from '../../format/county-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'

type Named<T extends string> = readonly { id: T; name: { zh: string; en: string } }[]

/** The names the plan gives its stages, nodes, sources and counties, and sentences made of them, in the language on screen. */
export function usePlanWords(plan: Plan) {
  const { name } = useLanguage()
  return useMemo(() => {
    const table = <T extends string>(entries: Named<T>) => {
      const names = new Map(entries.map(entry => [entry.id, entry.name[name]]))
      return (id: T) => names.get(id) ?? id
    }
    const names = {
      stage: table(plan.stages),
      milestone: table(plan.milestones),
      source: table(plan.fundingSources),
    }
    const county = (code: string) => countyName(plan.counties, code, name)
    const shortCounty = (code: string) => shortCountyName(plan.counties, code, name)
    return { ...names, county, shortCounty, name, reason: (reason: Reason) => reasonText(reason, name, names) }
  }, [plan, name])
}

export type PlanWords = ReturnType<typeof usePlanWords>
