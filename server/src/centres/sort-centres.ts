import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import { type Basis, type Centre, LIGHTS } from '@lvliang/shared/centres/centre.schema'
import type { SORTS } from '@lvliang/shared/centres/filter.schema'
import { stageOrder } from '@lvliang/shared/plan/stage'

export type Sort = (typeof SORTS)[number]
type SortKey = Exclude<Sort, `-${string}`>

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The worst node, in days past its due day. */
const overdueDays = ({ milestones }: Centre) =>
  Object.values(milestones).reduce((most, { overdueDays }) => Math.max(most, overdueDays), 0)

const VALUES: Record<SortKey, (centre: Centre, basis: Basis) => number | string | null> = {
  code: centre => centre.code,
  county: centre => centre.countyCode,
  name: centre => centre.name,
  stage: (centre, basis) => stageOrder(basis === 'reported' ? centre.stage : (centre.verifiedStage ?? 'proposed')),
  percent: centre => centre.percent,
  light: centre => LIGHTS.indexOf(centre.light.colour),
  overdueDays,
  floatDays: centre => centre.milestones.mainStructure.floatDays,
  paid: centre => centre.funding.paidFen,
  updatedAt: centre => centre.updatedAt,
}

function compare(a: number | string, b: number | string, key: SortKey): number {
  if (key === 'name') return collator.compare(String(a), String(b))
  return a < b ? -1 : a > b ? 1 : 0
}

/** Sorts by one value, what has none last either way; ties follow the slots' own order. */
export function sortCentres(centres: readonly EvaluatedCentre[], sort: Sort, basis: Basis): readonly EvaluatedCentre[] {
  if (sort === 'code') return centres
  const key = sort.replace(/^-/, '') as SortKey
  const sign = sort.startsWith('-') ? -1 : 1
  const keyed = centres.map((entry, i) => ({ entry, i, value: VALUES[key](entry.centre, basis) }))
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.i - b.i
    return sign * compare(a.value, b.value, key) || a.i - b.i
  })
  return keyed.map(({ entry }) => entry)
}
