import { readFileSync } from 'node:fs'
import { newRecordSchema } from '@lvliang/shared/centres/record.schema'
import { dayOfInstant } from '@lvliang/shared/dates/calendar-date'
import type { LngLat } from '@lvliang/shared/geo/datum'
import { type AreaGeometry, contains, distanceM, distanceToBorderM } from '@lvliang/shared/geo/polygon'
import { townKey, villageKey } from '@lvliang/shared/register/names'
import { describe, expect, test } from 'vitest'
import { readVillages } from '../villages/read-villages.ts'
import { buildDemonstration, toLines } from './build-demonstration.ts'
import { plan, records, slots, text } from './demonstration-on.ts'
import { isWorkday } from './office-days.ts'

const placed = records.flatMap(({ kind, body, countyCode, centreCode }) =>
  kind === 'facts' || kind === 'relocationAgreed' ? [{ ...body.facts, countyCode, centreCode }] : [],
)

describe('the file', () => {
  test('making it again gives the same bytes', () => {
    expect(toLines(buildDemonstration(plan)) === text).toBe(true)
  })

  test('another seed gives another year', () => {
    expect(toLines(buildDemonstration(plan, 1))).not.toBe(text)
  })

  test('every record fits its schema', () => {
    const bad = records.flatMap(({ seq, ...record }) => (newRecordSchema.safeParse(record).success ? [] : [seq]))
    expect(bad).toEqual([])
  })

  test('no id is used twice', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  })

  test('records stand in the order of their entry, no two at the same instant', () => {
    const instants = records.map(({ recordedAt }) => recordedAt)
    expect(instants).toEqual([...new Set(instants)].sort())
  })

  test('everything is entered in office hours of a workday of 2018, never before its day', () => {
    for (const { recordedAt, date } of records) {
      const day = dayOfInstant(recordedAt)
      const hour = Number(recordedAt.slice(11, 13)) + 8
      expect(isWorkday(day) && day.startsWith('2018') && hour >= 8 && hour < 18, recordedAt).toBe(true)
      expect(date <= day, `${date} entered ${recordedAt}`).toBe(true)
    }
  })

  test('offices enter records, never persons', () => {
    expect(new Set(records.map(({ recordedBy }) => recordedBy).filter(by => !by.endsWith('民政局')))).toEqual(
      new Set(['市督查组', '市领导']),
    )
  })
})

describe('the slots', () => {
  test('every slot of the quotas is told of, under its own county, and no other', () => {
    const told = new Map(records.map(({ centreCode, countyCode }) => [centreCode, countyCode]))
    told.delete(null)
    expect([...told].sort()).toEqual(slots.map(({ code, countyCode }) => [code, countyCode]))
    expect(slots).toHaveLength(90)
  })

  test('no village or township bears the name of a real one of its county', () => {
    const real = readVillages()
    const villages = new Set(real.map(({ countyCode, name }) => `${countyCode} ${bare(name)}`))
    const towns = new Set(real.map(({ countyCode, town }) => `${countyCode} ${townKey(town)}`))
    expect(villages.size).toBeGreaterThan(2500)
    const named = placed.filter(({ village }) => village != null)
    expect(named.length).toBeGreaterThanOrEqual(90)
    for (const { countyCode, village, town } of named) {
      expect(villages.has(`${countyCode} ${bare(village as string)}`), village as string).toBe(false)
      expect(towns.has(`${countyCode} ${townKey(town as string)}`), town as string).toBe(false)
    }
  })

  test('no village name is used twice and none has a village code', () => {
    const names = placed.flatMap(({ village }) => (village == null ? [] : [village]))
    expect(new Set(names).size).toBe(names.length)
    expect(placed.every(({ villageCode }) => villageCode == null)).toBe(true)
  })

  test('every position lies in its county, two kilometres and more from the border', () => {
    const { features } = JSON.parse(
      readFileSync(new URL('../geography/counties.geojson', import.meta.url), 'utf8'),
    ) as {
      features: { properties: { code: string }; geometry: AreaGeometry }[]
    }
    for (const { countyCode, position } of placed) {
      if (position == null) continue
      const area = features.find(({ properties }) => properties.code === countyCode)?.geometry as AreaGeometry
      const point: LngLat = [position.lon, position.lat]
      expect(contains(area, point) && distanceToBorderM(area, point) > 2000, `${point}`).toBe(true)
    }
  })

  test('centres stand two kilometres and more apart', () => {
    const points = placed.flatMap(({ position, centreCode }) => (position == null ? [] : [{ position, centreCode }]))
    for (const [i, a] of points.entries()) {
      for (const b of points.slice(i + 1)) {
        if (a.centreCode === b.centreCode) continue
        const apartM = distanceM([a.position.lon, a.position.lat], [b.position.lon, b.position.lat])
        expect(apartM, `${a.centreCode} ${b.centreCode}`).toBeGreaterThan(2000)
      }
    }
  })

  test('people are posts and placeholders, and no telephone number could be real', () => {
    for (const { person, phone, leader } of placed) {
      if (person != null) expect(person).toMatch(/^.某$/)
      if (phone != null) expect(phone).toMatch(/^0358-0000\d{3}$/)
      if (leader != null) expect(leader).toMatch(/局长$/)
    }
  })
})

/** A village's name without 村 and its committee. */
function bare(name: string): string {
  return villageKey(name).replace(/村$/, '')
}
