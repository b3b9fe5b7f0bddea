import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFacts, mergeFacts } from './merge-facts.ts'
import type { CentreFacts } from './record.schema.ts'

type Facts = Partial<CentreFacts>

const base: Facts = { village: '前坡村', person: '刘爱莲', planned: { started: '2018-05-10' } }

test('changes of different fields both hold', () => {
  const merge = mergeFacts(base, { ...base, person: '王秀英' }, { ...base, phone: '0358-1234567' })
  expect(merge).toEqual({ merged: { ...base, person: '王秀英', phone: '0358-1234567' }, conflicts: [] })
})

test('the same field changed to different values is a conflict, and in nothing merged', () => {
  const { merged, conflicts } = mergeFacts(base, { ...base, person: '王秀英' }, { ...base, person: '张桂花' })
  expect(conflicts).toEqual([{ field: 'person', base: '刘爱莲', theirs: '王秀英', mine: '张桂花' }])
  expect(merged).not.toHaveProperty('person')
})

test('the same field changed to the same value is none', () => {
  const changed = { ...base, person: null }
  expect(mergeFacts(base, changed, { ...changed })).toEqual({ merged: changed, conflicts: [] })
})

test('a fact withdrawn here and changed there is a conflict', () => {
  expect(mergeFacts(base, { village: null }, { village: '后坡村' }).conflicts).toMatchObject([
    { field: 'village', theirs: null, mine: '后坡村' },
  ])
})

test('planned days are merged each by its stage', () => {
  const theirs: Facts = { planned: { started: '2018-05-20', foundation: '2018-07-01' } }
  const mine: Facts = { planned: { started: '2018-05-25', mainStructure: '2018-09-10' } }
  const { merged, conflicts } = mergeFacts(base, theirs, mine)
  expect(merged.planned).toEqual({ foundation: '2018-07-01', mainStructure: '2018-09-10' })
  expect(conflicts.map(({ field }) => field)).toEqual(['planned.started'])
})

test('a position is one value: two halves never make a third place', () => {
  const at = (lon: number, lat: number) => ({ position: { lon, lat, source: 'map', accuracyM: null } })
  const { conflicts } = mergeFacts(at(111.1, 37.5), at(111.2, 37.5), at(111.1, 37.6))
  expect(conflicts.map(({ field }) => field)).toEqual(['position'])
})

test('a form sends what it changed', () => {
  expect(changedFacts(base, { ...base, person: '王秀英', phone: null })).toEqual({ person: '王秀英' })
})

const word = fc.constantFrom(null, '甲', '乙', '丙')
const day = fc.constantFrom(null, '2018-05-10', '2018-05-20')
const population = fc.record({
  value: fc.constantFrom(900, 1100),
  basis: fc.constantFrom('resident' as const, 'registered' as const),
  year: fc.constant(2018),
})
const optional = { requiredKeys: [] }
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    village: word,
    person: word,
    phone: word,
    population: fc.option(population),
    planned: fc.record({ started: day, foundation: day }, optional),
  },
  optional,
)

const told = (facts: Facts, field: string): unknown =>
  field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], facts)
const FIELDS = ['village', 'person', 'phone', 'population', 'planned.started', 'planned.foundation']
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

test('nothing either side changed is lost: it is merged or in a conflict', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, anyFacts, (from, theirs, mine) => {
      const { merged, conflicts } = mergeFacts(from, theirs, mine)
      for (const field of FIELDS) {
        const conflict = conflicts.find(one => one.field === field)
        for (const [name, side] of [['theirs', theirs] as const, ['mine', mine] as const]) {
          const value = told(side, field)
          if (value === undefined || same(value, told(from, field))) continue
          expect(conflict ? conflict[name] : told(merged, field)).toEqual(value)
        }
      }
    }),
  )
})

test('what neither side changed stays as it was', () => {
  fc.assert(
    fc.property(anyFacts, from => {
      const { merged, conflicts } = mergeFacts(from, {}, from)
      expect(conflicts).toEqual([])
      for (const field of FIELDS) expect(same(told(merged, field), told(from, field))).toBe(true)
    }),
  )
})

test('who is called mine and who theirs changes only the names', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, anyFacts, (from, a, b) => {
      const [one, other] = [mergeFacts(from, a, b), mergeFacts(from, b, a)]
      for (const field of FIELDS) expect(same(told(one.merged, field), told(other.merged, field))).toBe(true)
      const byField = (x: { field: string }, y: { field: string }) => (x.field < y.field ? -1 : 1)
      const turned = other.conflicts.map(({ theirs, mine, ...rest }) => ({ ...rest, theirs: mine, mine: theirs }))
      expect(turned.sort(byField)).toEqual(one.conflicts.toSorted(byField))
    }),
  )
})
