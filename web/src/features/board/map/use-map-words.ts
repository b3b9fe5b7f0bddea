import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { reasonText } from '@lvliang/shared/centres/reason-text'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/use-language.ts'
import type { MapWords } from './map-words.ts'
import { doneOf } from './shading.ts'

/** A label needs no suffix in English: the map is one of counties. */
const shortName = (name: string) => name.replace(/ (County|District|City)$/, '')

function namesOf<T extends string>(entries: readonly { id: T; name: { zh: string; en: string } }[], name: 'zh' | 'en') {
  const names = new Map(entries.map(entry => [entry.id, entry.name[name]]))
  return (id: T) => names.get(id) ?? id
}

/** The map's words; they change with the language and the plan, not with every day of the time control. */
export function useMapWords(plan: Plan, summary: Summary, node: MilestoneId): MapWords {
  const { t } = useTranslation(['board', 'common'])
  const { name } = useLanguage()
  const shown = useRef({ summary, node })
  useEffect(() => {
    shown.current = { summary, node }
  }, [summary, node])
  return useMemo(() => {
    const names = {
      stage: namesOf(plan.stages, name),
      milestone: namesOf(plan.milestones, name),
      source: namesOf(plan.fundingSources, name),
    }
    const county = namesOf(
      plan.counties.map(({ code, name }) => ({ id: code, name })),
      name,
    )
    const reported = ({ stage }: Centre) => t('map.reported', { stage: names.stage(stage) })
    const verified = ({ verifiedStage }: Centre) =>
      verifiedStage ? t('map.verified', { stage: names.stage(verifiedStage) }) : t('map.notVerified')
    return {
      light: shape => t(`common:light.${shape}`),
      county,
      countyLabel: code => shortName(county(code)),
      countyShare: code => {
        const row = shown.current.summary.counties.find(entry => entry.code === code)
        if (!row) return county(code)
        const done = names.milestone(shown.current.node)
        return `${county(code)} · ${done} ${doneOf(row, shown.current.node)}/${row.quota}`
      },
      reached: centre => (centre.stage === 'proposed' ? t('map.noSite') : `${reported(centre)} · ${verified(centre)}`),
      reason: reason => reasonText(reason, name, names),
    }
  }, [plan, name, t])
}
