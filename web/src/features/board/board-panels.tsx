import type { Plan } from '@lvliang/shared/plan/plan.schema'
import { Link } from '@tanstack/react-router'
import { memo, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../api/client.ts'
import { GiveOrder } from '../../components/order-about.ts'
import { countyName } from '../../format/county-name.ts'
import { useHovered } from '../../hover/hover-store.ts'
import { countyHover } from '../../hover/hovered-county.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useMay } from '../../session/use-me.ts'
import classes from './board-panels.module.css'
import { ChangesPanel } from './panels/changes-list.tsx'
import { CountyTablePanel } from './panels/county-table.tsx'
import { FundingBarsPanel } from './panels/funding-bars.tsx'
import panelClasses from './panels/panel.module.css'
import { ProgressCurvePanel } from './panels/progress-curve.tsx'
import type { BoardData } from './use-board-data.ts'
import { useRested } from './use-rested.ts'

/** The chart is by far the dearest thing to draw: it and what stands below follow once the time control stands still. */
const LOWER_REST_MS = 450
const lowerRestMs = () => LOWER_REST_MS

export interface BoardPanelsProps {
  plan: Plan
  data: BoardData
  county: string | undefined
  onCounty: (code: string | undefined) => void
}

/** To the page of the one county the board is filtered by. */
function CountyWay({ plan, county }: Pick<BoardPanelsProps, 'plan'> & { county: string }) {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const may = useMay('getCounty')
  if (!may || !plan.counties.some(({ code }) => code === county)) return null
  return (
    <Link to="/counties/$code" params={{ code: county }} className={panelClasses.action}>
      {t('county.workbench', { county: countyName(plan.counties, county, name) })}
    </Link>
  )
}

/** An order to the one county the board is filtered by. */
function CountyOrder({ plan, data, county }: Pick<BoardPanelsProps, 'plan' | 'data'> & { county: string }) {
  const { name } = useLanguage()
  const { t } = useTranslation()
  const giveOrder = useContext(GiveOrder)
  const summary = data.summary.data
  const row = summary?.counties.find(({ code }) => code === county)
  if (!giveOrder || !summary || !row) return null
  const { byLight, quota } = row
  const of = { name: countyName(plan.counties, county, name), red: byLight.red, yellow: byLight.yellow, of: quota }
  return (
    <button
      type="button"
      className={panelClasses.action}
      onClick={() => giveOrder({ kind: 'county', county, ...of, day: summary.asOf })}
    >
      {t('giveOrder')}
    </button>
  )
}

/** The one panel that follows the pointer over the map. */
function Counties({ plan, data, county, onCounty }: BoardPanelsProps) {
  const hovered = useHovered(countyHover)
  return (
    <CountyTablePanel
      query={data.summary}
      counties={plan.counties}
      selectedCounty={county ?? null}
      hoveredCounty={hovered}
      onSelectCounty={code => onCounty(code ?? undefined)}
      onHoverCounty={countyHover.set}
      xlsxHref={apiUrl('/centres.xlsx', data.params)}
      way={
        county && (
          <>
            <CountyOrder plan={plan} data={data} county={county} />
            <CountyWay plan={plan} county={county} />
          </>
        )
      }
    />
  )
}

/** What stands beside the map: this week, the counties, the curve, the money. */
export const BoardPanels = memo(function BoardPanels({ plan, data, county, onCounty }: BoardPanelsProps) {
  const lower = useRested(data, lowerRestMs)
  return (
    <div className={classes.panels}>
      <div className={classes.changes}>
        <ChangesPanel query={data.changes} plan={plan} />
      </div>
      <Counties plan={plan} data={data} county={county} onCounty={onCounty} />
      <ProgressCurvePanel query={lower.curve} milestones={plan.milestones} />
      <FundingBarsPanel query={lower.summary} sources={plan.fundingSources} />
    </div>
  )
})
