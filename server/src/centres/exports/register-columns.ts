import { fundCell } from '@lvliang/shared/centres/state'
import { FUND_KINDS, type PlanFile } from '@lvliang/shared/plan/plan.schema'
import { REPORTABLE_STAGES } from '@lvliang/shared/plan/stage'
import { STAGE_DAY_NAMES } from '@lvliang/shared/register/columns'
import { type Column, column, identityColumns, namesOf } from './column.ts'
import { BUILD_WORDS, FUND_WORDS, LIGHT_WORDS, VERIFICATION_WORDS, yesNo } from './words.ts'

const POPULATION_HEADERS = { resident: '常住人口', registered: '户籍人口', unstated: '人口' } as const

function factColumns(): Column[] {
  const own = (header: string, value: Column['value']) => column('基本情况', header, 10, value)
  return [
    own('村代码', ({ centre }) => centre.villageCode),
    ...Object.entries(POPULATION_HEADERS).map(([basis, header]) =>
      own(header, ({ centre }) => (centre.population?.basis === basis ? centre.population.value : null)),
    ),
    own('经度', ({ centre }) => centre.position?.lon ?? null),
    own('纬度', ({ centre }) => centre.position?.lat ?? null),
    own('建设方式', ({ centre }) => (centre.build === null ? null : BUILD_WORDS[centre.build])),
    own('建筑面积(㎡)', ({ centre }) => centre.areaM2),
    own('是否供餐', ({ centre }) => yesNo(centre.meals)),
    ...(['leader', 'unit', 'builder'] as const).map(field =>
      own(
        { leader: '责任领导', unit: '责任单位', builder: '施工单位' }[field],
        ({ state }) => state.facts[field] ?? null,
      ),
    ),
  ]
}

const dayColumns = (): Column[] =>
  REPORTABLE_STAGES.flatMap(stage => [
    column('节点', STAGE_DAY_NAMES[stage], 11, ({ state }) => state.reported[stage]?.date ?? null),
    column('节点', `${STAGE_DAY_NAMES[stage]}(核实)`, 11, ({ state }) => state.checked[stage]?.recognisedOn ?? null),
  ])

const moneyColumns = (plan: PlanFile): Column[] =>
  plan.fundingSources.flatMap(({ id, name }) =>
    FUND_KINDS.map(kind =>
      column(
        '资金',
        `${name.zh}${FUND_WORDS[kind]}(元)`,
        12,
        ({ state }) => (state.funds[fundCell(id, kind)] ?? 0) / 100,
      ),
    ),
  )

/** The columns of the CSV: the register's own, then what follows from them. */
export function registerColumns(plan: PlanFile): Column[] {
  const names = namesOf(plan)
  return [
    ...identityColumns(names),
    ...factColumns(),
    ...dayColumns(),
    ...moneyColumns(plan),
    column('进度', '阶段', 10, ({ centre }) => names.stage(centre.stage)),
    column('进度', '核实阶段', 10, ({ centre }) => names.stage(centre.verifiedStage)),
    column('进度', '核实情况', 10, ({ centre }) => VERIFICATION_WORDS[centre.verification]),
    column('进度', '形象进度(%)', 8, ({ centre }) => centre.percent),
    column('进度', '序时进度(%)', 8, ({ centre }) => centre.scheduledPercent),
    column('进度', '状态', 8, ({ centre }) => LIGHT_WORDS[centre.light.colour]),
    column('进度', '原因', 30, ({ centre }) => centre.light.reasons.map(({ text }) => text).join('；')),
    column('进度', '标记', 30, ({ centre }) => centre.badges.map(({ text }) => text).join('；')),
  ]
}
