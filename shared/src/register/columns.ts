import { FUND_KINDS, FUNDING_SOURCES, type FundingSource, type FundKind } from '../plan/plan.schema.ts'
import { REPORTABLE_STAGES, type ReportableStage } from '../plan/stage.ts'
import { plainKey } from './names.ts'

export type DayBasis = 'reported' | 'recognised' | 'planned'
export type PopulationBasis = 'resident' | 'registered' | 'unstated'
export type MoneyUnit = 'wan' | 'yuan'
export type TextField = 'town' | 'village' | 'leader' | 'unit' | 'person' | 'phone' | 'builder' | 'note'
type PlainField = 'code' | 'county' | 'villageCode' | 'lon' | 'lat' | 'position' | 'build' | 'areaM2' | 'meals'

/** What a column states. */
export type ColumnMeaning =
  | { kind: PlainField }
  | { kind: 'text'; field: TextField }
  | { kind: 'population'; basis: PopulationBasis }
  | { kind: 'day'; basis: DayBasis; stage: ReportableStage }
  | { kind: 'money'; source: FundingSource; fund: FundKind; unit: MoneyUnit | null }

/** Chinese names of the stage days, in the order of the stages. */
export const STAGE_DAY_NAMES: Record<ReportableStage, string> = {
  sited: '选址日期',
  approved: '审批日期',
  started: '开工日期',
  foundation: '基础完成日期',
  mainStructure: '主体完工日期',
  fitOut: '装修完成日期',
  accepted: '验收日期',
  operating: '运营日期',
}

const SOURCE_NAMES: Record<FundingSource, string[]> = {
  provincialBudget: ['省级财政'],
  municipalBudget: ['市级财政'],
  provincialLottery: ['省级福彩', '省福彩', '省级福彩公益金'],
  municipalLottery: ['市级福彩', '市福彩', '市级福彩公益金'],
}
const KIND_NAMES: Record<FundKind, string> = { issued: '下达', disbursed: '拨付', received: '到位', paid: '支付' }

const text = (field: TextField, ...names: string[]) => ({ meaning: { kind: 'text', field } as const, names })
const plain = (kind: PlainField, ...names: string[]) => ({ meaning: { kind } as const, names })
const people = (basis: PopulationBasis, ...names: string[]) => ({
  meaning: { kind: 'population', basis } as const,
  names,
})

/** Columns of fixed name: the Chinese one first, then what it is also called, English last. */
const FIXED: { meaning: ColumnMeaning; names: string[] }[] = [
  plain('code', '编号', '项目编号', 'code'),
  plain('county', '县(市、区)', '县(市,区)', '县(市区)', '县(区)', '县市区', '县区', '区县', '县', 'county'),
  text('town', '乡镇', '乡镇(街道)', '乡(镇)', 'town'),
  text('village', '建设村', '村', '村名', 'village'),
  plain('villageCode', '村代码', 'villageCode'),
  people('resident', '常住人口', '人口(常住)', 'residentPopulation', 'population(resident)'),
  people('registered', '户籍人口', '人口(户籍)', 'registeredPopulation', 'population(registered)'),
  people('unstated', '人口', 'population'),
  plain('lon', '经度', 'lon', 'longitude'),
  plain('lat', '纬度', 'lat', 'latitude'),
  plain('position', '坐标', 'position'),
  plain('build', '建设方式', 'build'),
  plain('areaM2', '建筑面积', '建筑面积(㎡)', '建筑面积(平方米)', '建筑面积(m²)', 'areaM2', 'areaM2(㎡)'),
  plain('meals', '是否供餐', 'meals'),
  text('leader', '责任领导', 'leader'),
  text('unit', '责任单位', 'unit'),
  text('person', '责任人', 'person'),
  text('phone', '联系电话', 'phone'),
  text('builder', '施工单位', 'builder'),
]

const NOTE = text('note', '备注', 'note')

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

function dayColumns() {
  return REPORTABLE_STAGES.flatMap(stage => {
    const name = STAGE_DAY_NAMES[stage]
    const day = (basis: DayBasis, ...names: string[]) => ({ meaning: { kind: 'day', basis, stage } as const, names })
    return [
      day('reported', name, `${name}(上报)`, stage),
      day('recognised', `${name}(核实)`, `核实${name}`, `${name}(认定)`, `${stage}Verified`),
      day('planned', `计划${name}`, `${name}(计划)`, `planned${capital(stage)}`),
    ]
  })
}

function moneyColumns() {
  return FUNDING_SOURCES.flatMap(source =>
    FUND_KINDS.map(fund => ({
      meaning: { kind: 'money', source, fund, unit: null } as const,
      names: [...SOURCE_NAMES[source].map(name => `${name}${KIND_NAMES[fund]}`), `${source}${capital(fund)}`],
    })),
  )
}

const COLUMNS: { meaning: ColumnMeaning; names: string[] }[] = [...FIXED, ...dayColumns(), ...moneyColumns(), NOTE]
const byName = new Map(COLUMNS.flatMap(({ meaning, names }) => names.map(name => [plainKey(name), meaning] as const)))

const UNITS: Record<string, MoneyUnit> = { 万元: 'wan', 万: 'wan', 元: 'yuan', yuan: 'yuan', cny: 'yuan', wan: 'wan' }
const MONEY_HEADER = /^(.+?)\(?(?:单位:)?(万元|万|元|yuan|cny|wan)\)?$/

/** What a header means, or null where it is none of the register's. */
export function parseHeader(header: string): ColumnMeaning | null {
  const key = plainKey(header).replace(/^\*+|\*+$|\(必填\)$/g, '')
  const known = byName.get(key)
  if (known !== undefined) return known
  const money = MONEY_HEADER.exec(key)
  const meaning = money === null ? undefined : byName.get(money[1] as string)
  if (meaning?.kind !== 'money') return null
  return { ...meaning, unit: UNITS[money?.[2] as string] as MoneyUnit }
}

/** A meaning as one word: two columns with the same word state the same thing twice. */
export function meaningKey(meaning: ColumnMeaning): string {
  if (meaning.kind === 'text') return meaning.field
  if (meaning.kind === 'population') return `population.${meaning.basis}`
  if (meaning.kind === 'day') return `${meaning.basis}.${meaning.stage}`
  return meaning.kind === 'money' ? `${meaning.source}.${meaning.fund}` : meaning.kind
}

const UNIT_NAMES: Record<MoneyUnit, string> = { wan: '(万元)', yuan: '(元)' }
const zhNames = new Map(COLUMNS.map(({ meaning, names }) => [meaningKey(meaning), names[0] as string]))

/** The Chinese header of a meaning, as the template writes it. */
export function headerOf(meaning: ColumnMeaning): string {
  const name = zhNames.get(meaningKey(meaning)) as string
  if (meaning.kind === 'areaM2') return `${name}(㎡)`
  return meaning.kind === 'money' && meaning.unit !== null ? `${name}${UNIT_NAMES[meaning.unit]}` : name
}

/** Every column a register may have, in the order of the template; money in `unit`. */
export function allColumns(unit: MoneyUnit): ColumnMeaning[] {
  return COLUMNS.map(({ meaning }) => (meaning.kind === 'money' ? { ...meaning, unit } : meaning))
}
