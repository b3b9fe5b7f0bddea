import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import { addDays } from '@lvliang/shared/dates/calendar-date'
import { brokenFundOrder, checkFundLine } from '@lvliang/shared/funding/fund-rules'
import { FUND_KINDS, FUNDING_SOURCES, type FundingSource, type FundKind } from '@lvliang/shared/plan/plan.schema'
import { describe, expect, test } from 'vitest'
import { plan, records, slots } from './demonstration-on.ts'

type Entry = CentreRecord & { kind: 'fundEntry' }
const entries = records.filter((record): record is Entry => record.kind === 'fundEntry')
const lines = slots.flatMap(({ code }) =>
  FUNDING_SOURCES.map(source => ({
    code,
    source,
    entries: entries.filter(({ centreCode, body }) => centreCode === code && body.source === source),
  })),
)
const plannedFen = (source: FundingSource) => plan.fundingSources.find(({ id }) => id === source)?.amountFen ?? 0
const signedFen = ({ body }: Entry) => (body.reverses === undefined ? body.amountFen : -body.amountFen)

/** What is known after each entry, one entry more each time. */
const prefixes = (all: readonly Entry[]) => all.map((_, i) => all.slice(0, i + 1))

function sumsOn(known: readonly Entry[], day: string): Record<FundKind, number> {
  const sums = { issued: 0, disbursed: 0, received: 0, paid: 0 }
  for (const entry of known) if (entry.date <= day) sums[entry.body.kind] += signedFen(entry)
  return sums
}

describe('hard rules', () => {
  test('every line keeps them on every day, with whatever had been entered by then', () => {
    for (const line of lines) {
      for (const known of prefixes(line.entries)) {
        const flat = known.map(({ id, date, body }) => ({ id, date, ...body }))
        expect(checkFundLine(flat, plannedFen(line.source), plan.moneyFrom), line.code).toEqual([])
      }
    }
  })

  test('no more is split to slots than the lump holds, and never before it', () => {
    const lumps = entries.filter(({ centreCode }) => centreCode === null)
    expect(lumps.length).toBeGreaterThan(13)
    for (const lump of lumps) {
      const splits = entries.filter(({ body }) => body.splitsLump === lump.id)
      expect(splits.reduce((sum, split) => sum + signedFen(split), 0)).toBeLessThanOrEqual(lump.body.amountFen)
      for (const split of splits) {
        expect([split.countyCode, split.body.source, split.body.kind]).toEqual([
          lump.countyCode,
          lump.body.source,
          lump.body.kind,
        ])
        expect(split.date >= lump.date && split.recordedAt > lump.recordedAt).toBe(true)
      }
    }
  })

  test('every split names a lump and every document says it is a demonstration', () => {
    const ids = new Set(entries.filter(({ centreCode }) => centreCode === null).map(({ id }) => id))
    for (const { body } of entries) {
      if (body.splitsLump !== undefined) expect(ids.has(body.splitsLump)).toBe(true)
      expect(body.documentNo).toMatch(/^演示.+〔201[78]〕\d+号$/)
    }
  })
})

describe('deliberate anomalies', () => {
  test('the order of money is broken on three lines, between these days, and nowhere else', () => {
    const broken = lines.flatMap(({ code, source, entries: all }) => {
      const days = [...new Set(all.map(({ date }) => date))].sort()
      const bad = days.flatMap(day => {
        const pair = brokenFundOrder(sumsOn(all, day))
        return pair === null ? [] : [{ day, pair }]
      })
      const [first] = bad
      if (first === undefined) return []
      const healed = days.find(day => day > (bad.at(-1)?.day ?? ''))
      return [
        `${code} ${source} ${first.pair.more} > ${first.pair.less} ${first.day} to ${addDays(healed as string, -1)}`,
      ]
    })
    expect(broken).toEqual([
      'LL2018-017 provincialLottery paid > received 2018-07-04 to 2018-08-20',
      'LL2018-047 municipalLottery disbursed > issued 2018-07-03 to 2018-08-13',
      'LL2018-064 municipalBudget received > disbursed 2018-07-12 to 2018-09-13',
    ])
  })

  test('entering one record after another breaks the order on the same lines alone', () => {
    const codes = lines.flatMap(({ code, entries: all }) =>
      prefixes(all).some(known => known.some(({ date }) => brokenFundOrder(sumsOn(known, date)) !== null))
        ? [code]
        : [],
    )
    expect(codes).toEqual(['LL2018-017', 'LL2018-047', 'LL2018-064'])
  })

  test('one receipt is reversed and entered again', () => {
    const reversals = entries.filter(({ body }) => body.reverses !== undefined)
    expect(reversals.map(({ centreCode, body }) => [centreCode, body.source, body.kind, body.amountFen])).toEqual([
      ['LL2018-012', 'municipalBudget', 'received', 100_000],
    ])
  })

  test('money of all four sources goes through all four kinds', () => {
    const seen = new Set(entries.map(({ body }) => `${body.source} ${body.kind}`))
    expect(seen.size).toBe(FUNDING_SOURCES.length * FUND_KINDS.length)
  })
})
