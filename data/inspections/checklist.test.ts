import { readFileSync } from 'node:fs'
import { checklistSchema } from '@lvliang/shared/inspections/checklist.schema'
import { describe, expect, it } from 'vitest'

const file = JSON.parse(readFileSync(new URL('2018.json', import.meta.url), 'utf8')) as unknown
const checklist = checklistSchema.parse(file)
const items = checklist.groups.flatMap(group => group.items)

describe('the checklist of 2018', () => {
  it('has the groups that are looked at, each with items of its own', () => {
    expect(checklist.groups.map(({ id }) => id)).toEqual([
      'foundation',
      'masonry',
      'concrete',
      'roof',
      'fire',
      'electrics',
      'gasKitchen',
      'heatingVentilation',
      'barrierFree',
      'siteSafety',
      'papers',
    ])
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(items.length).toBeGreaterThanOrEqual(30)
  })

  it('says nothing that is not in the schema', () => {
    expect(checklist).toEqual(file)
  })

  it('weighs the parts of the risk to one hundred', () => {
    expect(Object.values(checklist.risk).reduce((sum, { value }) => sum + value, 0)).toBe(100)
  })

  it('gives graver issues less time', () => {
    const { general, larger, major } = checklist.dueWorkdays
    expect(general.value).toBeGreaterThan(larger.value)
    expect(larger.value).toBeGreaterThan(major.value)
  })

  it('knows what endangers people', () => {
    expect(checklist.groups.filter(({ safety }) => safety).map(({ id }) => id)).toEqual([
      'fire',
      'electrics',
      'gasKitchen',
      'heatingVentilation',
      'siteSafety',
    ])
  })
})
