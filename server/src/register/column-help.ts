import { type ColumnMeaning, meaningKey } from '@lvliang/shared/register/columns'

export interface ColumnHelp {
  zh: string
  en: string
}

const FIXED: Record<string, ColumnHelp> = {
  code: { zh: '项目编号；留空则取本县下一个空编号', en: 'code of the slot; blank: the next free one of the county' },
  county: { zh: '必填。县名或六位代码', en: 'required: name or six-digit code' },
  town: { zh: '乡镇或街道，照实填写', en: 'township, as it is called' },
  village: { zh: '必填。建设村，照实填写', en: 'required: host village, as it is called' },
  villageCode: { zh: '12 位统计用村代码', en: '12-digit village code' },
  'population.resident': {
    zh: '整数。如填户籍人口，把表头改为“户籍人口”',
    en: 'whole number; rename the header to 户籍人口 for registered people',
  },
  lon: { zh: '十进制度，如 111.1443', en: 'decimal degrees, e.g. 111.1443' },
  lat: { zh: '十进制度，如 37.5171', en: 'decimal degrees, e.g. 37.5171' },
  build: { zh: '新建、改建 或 扩建', en: '新建 new, 改建 conversion, 扩建 extension' },
  areaM2: { zh: '大于 0 的数，平方米', en: 'square metres, above 0' },
  meals: { zh: '是 或 否', en: '是 yes, 否 no' },
}

const DAYS: Record<string, ColumnHelp> = {
  reported: { zh: '上报的完成日期；没有完成则留空', en: 'day reported; blank: not reached' },
  recognised: { zh: '核实认定的完成日期', en: 'day recognised by inspectors or the city' },
  planned: { zh: '本项目自己的计划日期', en: 'day planned for this centre' },
}

const MONEY: ColumnHelp = {
  zh: '截至 --as-of 之日的累计数，只填数字',
  en: 'cumulative to the day given as --as-of; digits alone',
}
const TEXT: ColumnHelp = { zh: '文字，不超过 200 字', en: 'text, 200 characters at most' }
const NOTE: ColumnHelp = { zh: '文字，不超过 2000 字', en: 'text, 2,000 characters at most' }

/** What to write in a column. */
export function helpOf(meaning: ColumnMeaning): ColumnHelp {
  if (meaning.kind === 'day') return DAYS[meaning.basis] as ColumnHelp
  if (meaning.kind === 'money') return MONEY
  const key = meaningKey(meaning)
  return FIXED[key] ?? (key === 'note' ? NOTE : TEXT)
}

/** The columns of a register to fill in: one population, one way to state a position. */
export function isOffered(meaning: ColumnMeaning): boolean {
  if (meaning.kind === 'population') return meaning.basis === 'resident'
  return meaning.kind !== 'position'
}
