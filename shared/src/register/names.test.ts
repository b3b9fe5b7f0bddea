import { expect, test } from 'vitest'
import { townKey, villageKey, villageStem } from './names.ts'
import { columnLetters } from './raw-table.ts'

test('a village is the same under the names of its committee', () => {
  const same = [
    '前坡村',
    '前坡村委会',
    '前坡村民委员会',
    '前坡村村委会',
    '前坡村村民委员会',
    ' 前坡村 ',
    '前坡村委会村',
  ]
  expect(new Set(same.map(villageKey))).toEqual(new Set(['前坡村']))
  expect(villageKey('后坡村')).not.toBe(villageKey('前坡村'))
  expect(villageKey('东关社区居民委员会')).toBe(villageKey('东关社区居委会'))
})

test('the gazetteer is asked by the bare name', () => {
  expect(villageStem('前坡')).toBe(villageStem('前坡村委会'))
})

test('a street is the same with or without its office', () => {
  expect(townKey('滨河街道办事处')).toBe(townKey('滨河街道'))
  expect(townKey('柏泉乡')).not.toBe(townKey('柏泉镇'))
})

test('columns are lettered as sheets letter them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
