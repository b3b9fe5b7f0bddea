import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from '../dates/calendar-date.ts'
import { dayOfSerial, parseDay } from './parse-day.ts'

const context = { year: 2018, date1904: false }
const parsed = (cell: string | number, date1904 = false) => parseDay(cell, { ...context, date1904 })
const anyDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2100-12-31') }).map(fromDayNumber)

test.each([
  '2018-05-03',
  '2018/5/3',
  '2018.5.3',
  '2018.05.03',
  '2018年5月3日',
  '2018年05月03号',
  '2018 年 5 月 3 日',
  '２０１８年５月３日',
  '20180503',
  '5月3日',
  '5月3号',
  '2018-05-03 00:00:00',
  '2018/5/3 8:30',
  '2018-05-03T00:00:00',
  '43223',
])('%s is 3 May of the plan year', text => {
  expect(parsed(text)).toEqual({ value: '2018-05-03' })
})

test('numbers are serials of either date system, or eight digits', () => {
  expect(parsed(43_223)).toEqual({ value: '2018-05-03' })
  expect(parsed(43_223.75)).toEqual({ value: '2018-05-03' })
  expect(parsed(41_761, true)).toEqual({ value: '2018-05-03' })
  expect(parsed(20_180_503)).toEqual({ value: '2018-05-03' })
})

test('serials follow the calendar of Excel, its 29 February 1900 included', () => {
  expect([1, 59, 60, 61].map(serial => dayOfSerial(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    null,
    '1900-03-01',
  ])
  expect(dayOfSerial(0, true)).toBe('1904-01-01')
})

test('every day comes back from every way of writing it', () => {
  fc.assert(
    fc.property(anyDay, day => {
      const [year, month, date] = day.split('-').map(Number)
      const ways = [
        day,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        day.replaceAll('-', ''),
        dayNumber(day) + 25_569,
      ]
      for (const way of ways) expect(parsed(way)).toEqual({ value: day })
      expect(parsed(dayNumber(day) + 24_107, true)).toEqual({ value: day })
      expect(parseDay(`${month}月${date}日`, { year: year as number, date1904: false })).toEqual({ value: day })
    }),
  )
})

test('no text makes it throw, and what it accepts is a real day', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9年月日/.\- ]{1,12}$/)), text => {
      const result = parsed(text)
      if ('value' in result) expect(fromDayNumber(dayNumber(result.value))).toBe(result.value)
      else expect(result.params).toEqual({ year: 2018 })
    }),
  )
})

test.each([
  ['5月', 'dayMissing'],
  ['5月份', 'dayMissing'],
  ['3月上旬', 'dayMissing'],
  ['五月底', 'dayMissing'],
  ['2018年5月', 'dayMissing'],
  ['2018-05', 'dayMissing'],
  ['2018', 'dayMissing'],
  ['二季度', 'dayMissing'],
  ['18-5-3', 'yearMissing'],
  ['5.3', 'yearMissing'],
  ['5/3', 'yearMissing'],
  ['2018-02-29', 'noSuchDay'],
  ['20181301', 'noSuchDay'],
  ['6月31日', 'noSuchDay'],
  ['2018-05/03', 'badDay'],
  ['5/3/2018', 'badDay'],
  ['已完工', 'badDay'],
  ['1018-05-03', 'badDay'],
])('%s is refused as %s', (text, code) => {
  expect(parsed(text)).toMatchObject({ code })
})

test('small numbers and booleans are no days', () => {
  for (const cell of [5.3, 0, -1, 60, 3_000_000, Number.NaN]) expect(parsed(cell)).toMatchObject({ code: 'badDay' })
  expect(parseDay(true, context)).toMatchObject({ code: 'badDay' })
})
