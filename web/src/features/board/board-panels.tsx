import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { apiUrl } from '../../api/client.ts'
import { useHovered } from '../../hover/hover-store.ts'
import { countyHover } from '../../hover/hovered-county.ts'
import classes from './board-panels.module.css'
import { ChangesPanel } from './panels/changes-list.tsx'
import { CountyTablePanel } from './panels/county-table.tsx'
import { FundingBarsPanel } from './panels/funding-bars.tsx'
import { ProgressCurvePanel } from './panels/progress-curve.tsx'
import type { BoardData } from './use-board-data.ts'

export interface BoardPanelsProps {
  plan: Plan
  data: BoardData
  county: string | undefined
  onCounty: (code: string | undefined) => void
}

/** What stands beside the map: this week, the counties, the curve, the money. */
export function BoardPanels({ plan, data, county, onCounty }: BoardPanelsProps) {
  const hovered = useHovered(countyHover)
  return (
    <div className={classes.panels}>
      <ChangesPanel query={data.changes} plan={plan} />
      <CountyTablePanel
        query={data.summary}
        counties={plan.counties}
        selectedCounty={county ?? null}
        hoveredCounty={hovered}
        onSelectCounty={code => onCounty(code ?? undefined)}
        onHoverCounty={countyHover.set}
        xlsxHref={apiUrl('/centres.xlsx', data.params)}
      />
      <ProgressCurvePanel query={data.curve} milestones={plan.milestones} />
      <FundingBarsPanel query={data.summary} sources={plan.fundingSources} />
    </div>
  )
}
