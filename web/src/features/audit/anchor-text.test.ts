import { expect, test } from 'vitest'
import { parseAnchor } from './anchor-text.ts'

const hash = '0123456789abcdef'.repeat(4)

test.each([
  [`第 1234 条 · 2018-07-31 10:15:30 · ${hash}`],
  [`Entry 1,234 · 2018-07-31 10:15:30 · ${hash}`],
  [`1234 ${hash}`],
  [`1234\n${hash.toUpperCase()}\n`],
])('an anchor is read from %j', text => {
  expect(parseAnchor(text)).toEqual({ seq: 1234, hash })
})

test.each([[''], [hash], ['1234'], [`1234 ${hash}0`], [`1234 ${hash.slice(1)}`]])('%j is no anchor', text => {
  expect(parseAnchor(text)).toBeNull()
})
