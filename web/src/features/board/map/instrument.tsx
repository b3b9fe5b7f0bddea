import type { Summary } from '@lvliang/shared/board/summary.schema'
import type { Centre } from '@lvliang/shared/centres/centre.schema'
import { addDays } from '@lvliang/shared/dates/calendar-date'
import type { Plan } from '@lvliang/shared/plan/plan.schema'
import type { MilestoneId } from '@lvliang/shared/plan/stage'
import { memo, useCallback, useMemo } from 'react'
import type { BoardSearch } from '../use-board-search.ts'
import { Legend } from './legend.tsx'
import { MapSection } from './map-section.tsx'
import { useMapWords } from './use-map-words.ts'

interface InstrumentProps {
  plan: Plan
  centres: readonly Centre[]
  summary: Summary
  node: BoardSearch['node']
  focus: string | undefined
  selected: string | undefined
  onSelect: (code: string | undefined) => void
  onCounty: (code: string | undefined) => void
  onNode: (node: BoardSearch['node']) => void
}

const SETTLING_DAYS = 30

/** The plan node worth looking at on a day: the next one, or for a month after its due day the last one. */
function nodeOfDay(plan: Plan, day: string): NonNullable<BoardSearch['node']> {
  const nodes = plan.milestones.filter(milestone => milestone.origin === 'plan')
  const node = nodes.find(({ due }) => day <= addDays(due, SETTLING_DAYS)) ?? nodes.at(-1)
  return (node?.id ?? 'mainStructure') as NonNullable<BoardSearch['node']>
}

/** The map with its legend. */
export const Instrument = memo(function Instrument({ plan, node: asked, onNode, ...props }: InstrumentProps) {
  const node = asked ?? nodeOfDay(plan, props.summary.asOf)
  const choose = useCallback((next: MilestoneId) => onNode(next as BoardSearch['node']), [onNode])
  const words = useMapWords(plan, props.summary, node)
  const deepPoverty = useMemo(
    () => new Set(plan.counties.filter(county => county.deepPoverty).map(county => county.code)),
    [plan],
  )
  return (
    <>
      <MapSection {...props} node={node} words={words} deepPoverty={deepPoverty} />
      <Legend plan={plan} node={node} onNode={choose} />
    </>
  )
})
