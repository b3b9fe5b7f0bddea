import { describe, expect, test } from 'vitest'
import { base32, codeOfStep, stepOfCode, totpUri } from './totp.ts'

/** The key of the test vectors of RFC 4226 and RFC 6238. */
const KEY = Buffer.from('12345678901234567890')

describe('codes are those of the standard', () => {
  test.each([
    [0, '755224'],
    [1, '287082'],
    [9, '520489'],
  ])('RFC 4226, counter %i: %s', (counter, code) => {
    expect(codeOfStep(KEY, counter)).toBe(code)
  })
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('RFC 6238, at %i s: %s', (seconds, code) => {
    expect(stepOfCode(KEY, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })
})

describe('a code is taken one step to either side', () => {
  const at = 1_000_000 * 30_000
  test.each([
    [-2, null],
    [-1, 999_999],
    [0, 1_000_000],
    [1, 1_000_001],
    [2, null],
  ])('%i', (apart, step) => {
    expect(stepOfCode(KEY, codeOfStep(KEY, 1_000_000 + apart), at)).toBe(step)
  })
  test.each(['', '12345', '1234567', '一二三四五六', 'abcdef'])('%s is none', code => {
    expect(stepOfCode(KEY, code, at)).toBeNull()
  })
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['foobar', 'MZXW6YTBOI'],
])('base 32 of %s is %s (RFC 4648)', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded)
})

test('the QR code names issuer and user', () => {
  const uri = new URL(totpUri(KEY, { issuer: '吕梁 日间照料', username: 'fang' }))
  expect(decodeURIComponent(uri.pathname)).toContain('吕梁 日间照料:fang')
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(uri.searchParams.get('issuer')).toBe('吕梁 日间照料')
})
