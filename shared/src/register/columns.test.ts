import { expect, test } from 'vitest'
import { allColumns, headerOf, meaningKey, parseHeader } from './columns.ts'

test('every column is known by the header the template writes', () => {
  for (const meaning of [...allColumns('wan'), ...allColumns('yuan')]) {
    expect(parseHeader(headerOf(meaning))).toEqual(meaning)
  }
})

test('no two columns share a key', () => {
  const keys = allColumns('wan').map(meaningKey)
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  ['县（市、区）', 'county'],
  [' 县 ( 市、区 ) ', 'county'],
  ['县区', 'county'],
  ['乡镇（街道）', 'town'],
  ['村名', 'village'],
  ['项目\n编号', 'code'],
  ['常住人口', 'population.resident'],
  ['户籍人口', 'population.registered'],
  ['人口', 'population.unstated'],
  ['坐标', 'position'],
  ['建筑面积（平方米）', 'areaM2'],
  ['建筑面积', 'areaM2'],
  ['主体完工日期（核实）', 'recognised.mainStructure'],
  ['计划主体完工日期', 'planned.mainStructure'],
  ['mainStructure', 'reported.mainStructure'],
  ['mainStructureVerified', 'recognised.mainStructure'],
  ['plannedMainStructure', 'planned.mainStructure'],
  ['省级财政下达(万元)', 'provincialBudget.issued'],
  ['省福彩支付（元）', 'provincialLottery.paid'],
  ['市级福彩公益金到位【万元】', 'municipalLottery.received'],
  ['municipalLotteryPaid(yuan)', 'municipalLottery.paid'],
  ['备注', 'note'],
])('%s is %s', (header, key) => {
  const meaning = parseHeader(header)
  expect(meaning === null ? null : meaningKey(meaning)).toBe(key)
})

test('the unit of money is what its header says, or not known', () => {
  expect(parseHeader('市级财政拨付(元)')).toMatchObject({ unit: 'yuan' })
  expect(parseHeader('市级财政拨付（单位：万元）')).toMatchObject({ unit: 'wan' })
  expect(parseHeader('市级财政拨付')).toMatchObject({ unit: null })
  expect(parseHeader('municipalBudgetDisbursed')).toMatchObject({ unit: null })
})

test('what is none of the register’s is not known', () => {
  for (const header of ['', '序号', '开工', '竣工日期', '省级财政', '村代码(万元)'])
    expect(parseHeader(header)).toBeNull()
})
