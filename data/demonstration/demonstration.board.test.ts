import { describe, expect, test } from 'vitest'
import { boardOn, records } from './demonstration-on.ts'

const july = boardOn('2018-07-31')
const december = boardOn('2018-12-31')
const node = (board: typeof july, id: string) => board.summary.milestones.find(milestone => milestone.id === id)
const wan = (fen: number) => fen / 1_000_000
const withBadge = (board: typeof july, code: string) =>
  board.centres
    .filter(({ badges }) => badges.some(badge => badge.code === code))
    .map(({ code: slot }) => slot.slice(-3))

describe('on 31 July, the day the demonstration opens', () => {
  test('one slot is still unsited, six are not started, a quarter have their main structure', () => {
    expect(node(july, 'siteSelection')).toMatchObject({ done: 89, overdue: 1 })
    expect(node(july, 'groundbreaking')).toMatchObject({ done: 84, overdue: 6 })
    const done = node(july, 'mainStructure')?.done ?? 0
    expect(done).toBeGreaterThanOrEqual(20)
    expect(done).toBeLessThanOrEqual(28)
    expect(node(july, 'mainStructure')?.verified).toBeLessThan(done)
  })

  test('lights are mostly green, some yellow, few red, one blue', () => {
    const { red, yellow, green, blue } = july.summary.byLight
    expect(red).toBeGreaterThanOrEqual(8)
    expect(red).toBeLessThanOrEqual(11)
    expect(yellow).toBeGreaterThanOrEqual(18)
    expect(yellow).toBeLessThanOrEqual(24)
    expect(blue).toBe(1)
    expect(green).toBe(90 - red - yellow - blue)
  })

  test('Lin County is clearly behind and Wenshui County exemplary', () => {
    const of = (code: string) => july.summary.counties.find(county => county.code === code)
    expect(Math.min(...july.summary.counties.map(({ percent }) => percent))).toBe(of('141124')?.percent)
    expect(Math.max(...july.summary.counties.map(({ percent }) => percent))).toBe(of('141121')?.percent)
    expect(of('141124')?.byLight.red).toBeGreaterThanOrEqual(4)
    expect(of('141121')?.byLight).toMatchObject({ red: 0, yellow: 0 })
  })

  test('money thins from issued to paid, and Lin County holds what it has not split', () => {
    const { total, unsplitFen } = july.summary.funding
    expect(wan(total.plannedFen)).toBe(900)
    expect(wan(total.issuedFen)).toBe(828)
    expect(wan(unsplitFen.issued)).toBe(18)
    for (const [fen, near] of [
      [total.disbursedFen, 564],
      [total.receivedFen, 480],
      [total.paidFen, 330],
    ] as const) {
      expect(Math.abs(wan(fen) - near)).toBeLessThan(25)
    }
    const holding = july.summary.counties.filter(({ funding }) => funding.unsplitFen.issued > 0)
    expect(holding.map(({ code }) => code)).toEqual(['141124'])
  })

  test('what the board must show is there', () => {
    expect(withBadge(july, 'fundOrder')).toEqual(['017', '047', '064'])
    expect(withBadge(july, 'unlocated')).toEqual(['018', '042', '049'])
    expect(withBadge(july, 'suspended')).toEqual(['022', '053', '060', '077'])
    expect(withBadge(july, 'disputed')).toEqual(['027', '040', '055', '070', '073', '076', '083'])
    expect(withBadge(july, 'backdated')).toEqual(['003', '021', '025', '044', '052', '058', '065', '067'])
    expect(withBadge(july, 'dateOrder')).toEqual([])
    expect(july.centres.flatMap(({ light, code }) => (light.justified ? [code] : []))).toEqual(['LL2018-051'])
  })

  test('Lin County alone has not signed the month before', () => {
    const missing = july.summary.counties.filter(({ reporting }) => reporting?.status === 'missing')
    expect(missing.map(({ code, reporting }) => [code, reporting?.period])).toEqual([['141124', '2018-06']])
  })
})

describe('on other days', () => {
  test('three main structures are missing at the end of the year, all red, and most centres operate', () => {
    expect(node(december, 'mainStructure')).toMatchObject({ done: 87, overdue: 3 })
    expect(december.summary.byLight.red).toBe(3)
    expect(december.summary.byLight.blue).toBeGreaterThanOrEqual(60)
    expect(december.summary.byLight.blue).toBeLessThanOrEqual(70)
  })

  test('nearly all the money has reached its builders by then', () => {
    const { total, unsplitFen } = december.summary.funding
    expect(wan(total.issuedFen)).toBe(900)
    expect(unsplitFen.issued).toBe(0)
    expect(wan(total.paidFen)).toBeGreaterThan(820)
  })

  test('the start disputed in June stands again by the end of the month', () => {
    const on = (day: string) => boardOn(day).centres.find(({ code }) => code === 'LL2018-005')
    expect(on('2018-06-15')?.verification).toBe('disputed')
    expect(on('2018-06-30')?.verification).not.toBe('disputed')
    expect(on('2018-06-30')?.milestones.groundbreaking.outcome).toBe('late')
  })

  test('the centre taken back for its walls loses its main structure until August', () => {
    const done = (day: string) =>
      boardOn(day).centres.find(({ code }) => code === 'LL2018-059')?.milestones.mainStructure.done
    expect([done('2018-07-05'), done('2018-07-31'), done('2018-09-05')]).toEqual([true, false, true])
  })

  test('the relocated centre changes its village and keeps its code', () => {
    const on = (day: string) => boardOn(day).centres.find(({ code }) => code === 'LL2018-066')
    expect(on('2018-05-10')).toMatchObject({ village: '旧窑塬村', overlay: 'relocating' })
    expect(on('2018-06-01')).toMatchObject({ village: '银杏洼村', overlay: null, stage: 'sited' })
    expect(on('2018-07-31')?.milestones.groundbreaking).toMatchObject({ due: '2018-06-30', outcome: 'onTime' })
  })

  test('every county signs January to November by the due day, but for two missing months and one late', () => {
    const signed = records.flatMap(record =>
      record.kind === 'monthlyReport' ? [{ ...record.body, county: record.countyCode, on: record.date }] : [],
    )
    expect(signed).toHaveLength(13 * 11 - 2)
    const lateDays = signed.filter(({ period, on }) => on > `${nextMonth(period)}-08`)
    expect(lateDays.map(({ county, period }) => [county, period])).toEqual([['141126', '2018-05']])
  })
})

const nextMonth = (period: string) => `2018-${String(Number(period.slice(5)) + 1).padStart(2, '0')}`
