import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import { type Column, column, identityColumns, namesOf } from './column.ts'
import { BUILD_WORDS, FUND_WORDS, LIGHT_WORDS, yesNo } from './words.ts'

const wan = (fen: number) => fen / 1_000_000

function moneyColumns(): Column[] {
  const own = (header: string, field: 'plannedFen' | 'issuedFen' | 'disbursedFen' | 'receivedFen' | 'paidFen') =>
    column('建设补助（万元）', header, 7, ({ centre }) => wan(centre.funding[field]))
  return [
    own('计划', 'plannedFen'),
    own(FUND_WORDS.issued, 'issuedFen'),
    own(FUND_WORDS.disbursed, 'disbursedFen'),
    own(FUND_WORDS.received, 'receivedFen'),
    own(FUND_WORDS.paid, 'paidFen'),
  ]
}

/** The columns of the 台账, grouped as an office prints them. */
export function ledgerColumns(plan: PlanFile): Column[] {
  const names = namesOf(plan)
  const days = (group: string, field: 'reported' | 'verified') =>
    plan.milestones.map(({ id, name }) => column(group, name.zh, 11, ({ centre }) => centre.milestones[id][field]))
  return [
    ...identityColumns(names),
    column('基本情况', '人口', 7, ({ centre }) => centre.population?.value ?? null),
    column('基本情况', '建设方式', 6, ({ centre }) => (centre.build === null ? null : BUILD_WORDS[centre.build])),
    column('基本情况', '面积（㎡）', 7, ({ centre }) => centre.areaM2),
    column('基本情况', '供餐', 5, ({ centre }) => yesNo(centre.meals)),
    column('形象进度', '阶段', 9, ({ centre }) => names.stage(centre.stage)),
    column('形象进度', '核实', 9, ({ centre }) => names.stage(centre.verifiedStage) ?? '未核实'),
    column('形象进度', '%', 5, ({ centre }) => centre.percent),
    column('形象进度', '状态', 7, ({ centre }) => LIGHT_WORDS[centre.light.colour]),
    ...days('上报日期', 'reported'),
    ...days('核实日期', 'verified'),
    ...moneyColumns(),
    column('说明', '原因与标记', 40, ({ centre }) =>
      [...centre.light.reasons, ...centre.badges].map(({ text }) => text).join('；'),
    ),
  ]
}
