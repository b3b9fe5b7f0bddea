import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readVillages } from './read-villages.ts'
import { villageStem } from './village-names.ts'

const villages = readVillages()

function countBy(keyOf: (village: (typeof villages)[number]) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const village of villages) counts.set(keyOf(village), (counts.get(keyOf(village)) ?? 0) + 1)
  return counts
}

function repeated(keyOf: (village: (typeof villages)[number]) => string) {
  const counts = [...countBy(keyOf).values()].filter(count => count > 1)
  return { names: counts.length, villages: counts.reduce((sum, count) => sum + count, 0) }
}

describe('the gazetteer', () => {
  it('counts 3,072 village committees, county by county', () => {
    expect(Object.fromEntries(countBy(village => village.countyCode))).toEqual({
      141102: 187,
      141121: 199,
      141122: 144,
      141123: 376,
      141124: 631,
      141125: 257,
      141126: 119,
      141127: 167,
      141128: 169,
      141129: 87,
      141130: 95,
      141181: 379,
      141182: 262,
    })
    expect(villages).toHaveLength(3072)
  })

  it('gives each a 12-digit code of its own, in order, whose tenth digit says village', () => {
    const codes = villages.map(({ code }) => code)
    expect(codes.filter(code => !/^1411\d{5}2\d{2}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toEqual(codes.toSorted())
  })

  it('starts every code with the town’s and every town’s with the county’s', () => {
    const strays = villages.filter(
      ({ code, townCode, countyCode }) => code.slice(0, 9) !== townCode || code.slice(0, 6) !== countyCode,
    )
    expect(strays).toEqual([])
  })

  it('names every village and town, each town one way', () => {
    expect(
      villages.filter(
        ({ name, town }) => !/^\p{Script=Han}{3,}$/u.test(name) || !/(镇|乡|街道办事处|管委会|中心)$/.test(town),
      ),
    ).toEqual([])
    const namesOfTown = new Map(villages.map(({ townCode, town }) => [townCode, town]))
    expect(villages.filter(({ townCode, town }) => namesOfTown.get(townCode) !== town)).toEqual([])
  })

  it('gives each one initial a character of its name without the committee', () => {
    const wrong = villages.filter(
      ({ name, initials }) => !/^[a-z]+$/.test(initials) || initials.length !== [...villageStem(name)].length,
    )
    expect(wrong).toEqual([])
  })

  it('repeats 86 names for 181 villages within a county, none within a town', () => {
    expect(repeated(({ countyCode, name }) => countyCode + villageStem(name))).toEqual({ names: 86, villages: 181 })
    expect(repeated(({ townCode, name }) => townCode + villageStem(name))).toEqual({ names: 0, villages: 0 })
  })

  it('stays under 300 kB', () => {
    expect(statSync(new URL('villages.csv', import.meta.url)).size).toBeLessThan(300_000)
  })

  it('is read in under 30 ms', () => {
    const timesMs = [1, 2, 3].map(() => {
      const start = performance.now()
      readVillages()
      return performance.now() - start
    })
    expect(Math.min(...timesMs)).toBeLessThan(30)
  })
})

describe('a village stem', () => {
  it.each([
    ['后沟村委', '后沟'],
    ['东南村村委', '东南村'],
    ['讲理村民委员会', '讲理'],
    ['李家圪垛村委会村', '李家圪垛'],
    ['东关村村委会', '东关村'],
  ])('of %s is %s', (name, stem) => {
    expect(villageStem(name)).toBe(stem)
  })
})
