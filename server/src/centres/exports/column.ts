import type { EvaluatedCentre } from '@lvliang/shared/board/summarise'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Column as TableColumn } from '../../lib/table.ts'

/** One column of an exported table of centres. */
export type Column = TableColumn<EvaluatedCentre>

export const column = (group: string, header: string, width: number, value: Column['value']): Column => ({
  group,
  header,
  value,
  width,
})

/** Names from the plan for what an item holds as a code. */
export interface Names {
  county: (code: string) => string
  stage: (id: string | null) => string | null
}

export function namesOf(plan: PlanFile): Names {
  const counties = new Map(plan.counties.map(({ code, name }) => [code, name.zh]))
  const stages = new Map<string, string>(plan.stages.map(({ id, name }) => [id, name.zh]))
  return {
    county: code => counties.get(code) ?? code,
    stage: id => (id === null ? null : (stages.get(id) ?? id)),
  }
}

/** The columns both tables begin with, headed as the register file heads them. */
export function identityColumns(names: Names): Column[] {
  const own = (header: string, width: number, value: Column['value']) => column('基本情况', header, width, value)
  return [
    own('编号', 13, ({ centre }) => centre.code),
    own('县(市、区)', 10, ({ centre }) => names.county(centre.countyCode)),
    own('乡镇', 10, ({ centre }) => centre.town),
    own('建设村', 12, ({ centre }) => centre.village),
  ]
}
