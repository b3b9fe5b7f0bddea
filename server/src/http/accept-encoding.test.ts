import { expect, test } from 'vitest'
import { preferredEncoding } from './accept-encoding.ts'

test.each([
  [null, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['GZIP;q=0.2', 'gzip'],
  ['br;q=nonsense', 'identity'],
])('for "%s" the answer travels as %s', (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding)
})
