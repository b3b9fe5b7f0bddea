import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const)
  return Object.fromEntries(entries.reverse())
}

test('the order of keys never matters', () => {
  fc.assert(fc.property(fc.jsonValue(), value => canonicalJson(reversed(value)) === canonicalJson(value)))
})

test('what is written is read back, and is as long as what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(text).toHaveLength(JSON.stringify(value).length)
    }),
  )
})

test('it is the form of RFC 8785, section 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'D',
    1: 'One',
    '\ud83d\ude00': 'Smiley',
    '\u0080': 'C',
    ö: 'O',
  }
  expect(Object.keys(JSON.parse(canonicalJson(value)))).toEqual([
    '1',
    '\r',
    '\u0080',
    'ö',
    '€',
    '\ud83d\ude00',
    '\ufb33',
  ])
  expect(canonicalJson({ b: [1e30, 4.5, 0.002, 1e-27, -0], a: { d: null, c: '\u000f\n"' } })).toBe(
    '{"a":{"c":"\\u000f\\n\\"","d":null},"b":[1e+30,4.5,0.002,1e-27,0]}',
  )
})

test.each([
  [{ a: undefined, b: () => 1, c: Symbol('s'), d: 1 }, '{"d":1}'],
  [[undefined, () => 1], '[null,null]'],
  [{ at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  [undefined, 'null'],
  [Number.NaN, 'null'],
])('what JSON cannot say is left out as JSON.stringify leaves it out (%#)', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})
