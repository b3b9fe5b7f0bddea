import type { ProgressCurve } from '@lvliang/shared/board/summary.schema'
import { daysBetween } from '@lvliang/shared/dates/calendar-date'
import type { Milestone } from '@lvliang/shared/plan/plan.schema'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportCsv } from '../../../components/data-table/export-csv.tsx'
import { useWhileInSight } from '../../../components/use-while-in-sight.ts'
import { dayInProse, dayOnAxis } from '../../../format/format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { nextMilestone } from './curve-marks.ts'
import { curveRows } from './curve-table.ts'
import { CurveTable, useCurveColumns } from './curve-table-view.tsx'
import panelClasses from './panel.module.css'
import { Panel, type PanelQuery } from './panel.tsx'
import classes from './progress-curve.module.css'
import { TwinSwitch } from './twin-switch.tsx'

const ProgressChart = lazy(() => import('./progress-chart.tsx'))
const HEIGHT = 190

interface ProgressCurvePanelProps {
  query: PanelQuery<ProgressCurve>
  milestones: readonly Milestone[]
}

function useNextWords(curve: ProgressCurve, milestones: readonly Milestone[]): string {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const next = nextMilestone(milestones, curve.asOf)
  if (!next) return t('curve.noNext')
  const n = daysBetween(curve.asOf, next.due)
  return t(n === 0 ? 'curve.nextToday' : 'curve.next', { node: next.name[name], day: dayOnAxis(next.due, name), n })
}

function Key({ curve }: { curve: ProgressCurve }) {
  const { t } = useTranslation('panels')
  const now = curve.points.find(({ date }) => date === curve.asOf)
  return (
    <ul className={classes.key}>
      {(['reported', 'verified', 'scheduled'] as const).map(line => (
        <li key={line}>
          <span className={classes[line]} aria-hidden="true" />
          {t(`curve.${line}`)} <strong>{now?.[`${line}Percent`]?.toFixed(1)}</strong>
        </li>
      ))}
    </ul>
  )
}

function Chart({ curve, milestones }: { curve: ProgressCurve; milestones: readonly Milestone[] }) {
  const { t } = useTranslation('panels')
  const { name } = useLanguage()
  const { ref: sizeRef, width } = useElementSize()
  const { ref: sightRef, seen } = useWhileInSight(curve)
  const ref = useMergedRef(sizeRef, sightRef)
  const next = useNextWords(curve, milestones)
  const seenNext = useNextWords(seen ?? curve, milestones)
  const now = curve.points.find(({ date }) => date === curve.asOf)
  const percent = (value: number | null | undefined) => value?.toFixed(1) ?? '—'
  const says = t('curve.says', {
    day: dayInProse(curve.asOf, name),
    scheduled: percent(now?.scheduledPercent),
    reported: percent(now?.reportedPercent),
    verified: percent(now?.verifiedPercent),
    next,
  })
  return (
    <>
      <Key curve={curve} />
      <div ref={ref} role="img" aria-label={says} className={classes.chart}>
        <Suspense>
          {width > 0 && seen && (
            <ProgressChart {...{ curve: seen, milestones, name, width }} height={HEIGHT} nextLabel={seenNext} />
          )}
        </Suspense>
      </div>
    </>
  )
}

export function ProgressCurvePanel({ query, milestones }: ProgressCurvePanelProps) {
  const { t } = useTranslation('panels')
  const [table, setTable] = useState(false)
  const columns = useCurveColumns(milestones)
  const asOf = query.data?.asOf
  return (
    <Panel
      title={t('curve.title')}
      asOf={asOf}
      query={query}
      minHeight={HEIGHT + 26}
      actions={curve => (
        <>
          {table && (
            <ExportCsv
              className={panelClasses.action}
              label={t('exportCsv')}
              filename={`${t('curve.file')}-${curve.asOf}.csv`}
              columns={columns}
              rows={curveRows(curve, milestones)}
            />
          )}
          <TwinSwitch table={table} onChange={setTable} />
        </>
      )}
    >
      {curve =>
        table ? (
          <CurveTable columns={columns} rows={curveRows(curve, milestones)} />
        ) : (
          <Chart {...{ curve, milestones }} />
        )
      }
    </Panel>
  )
}
