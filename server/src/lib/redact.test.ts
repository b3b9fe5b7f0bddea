import { describe, expect, test } from 'vitest'
import { redact } from './redact.ts'

test.each(['password', 'newPassword', 'set_up_token', 'Cookie', 'set-cookie', 'authorization', 'AUTH_SECRET', 'code'])(
  'what is called %s is masked, however deep',
  key => expect(redact({ a: [{ [key]: 'x', kept: 'y' }] })).toEqual({ a: [{ [key]: '***', kept: 'y' }] }),
)

describe('telephone numbers are masked', () => {
  test.each([
    ['13800138000', '***'],
    ['/api/x/13800138000/y', '/api/x/***/y'],
    ['+8613800138000。', '***。'],
    ['tel:8613800138000', 'tel:***'],
  ])('%s', (text, masked) => expect(redact(text)).toBe(masked))

  test('as numbers, too', () => expect(redact({ n: 13_800_138_000 })).toEqual({ n: '***' }))

  test.each(['141124000000', '138001380001', '1380013800', 'LL2018-034'])('%s is none', text =>
    expect(redact(text)).toBe(text),
  )
})

test('control characters are spelt out, so that nothing draws on the terminal of who reads', () => {
  expect(redact('a\r\u0000\u001b[31m\u007f\u0085\u2028b')).toBe('a\\u000d\\u0000\\u001b[31m\\u007f\\u0085\\u2028b')
})

test('an error keeps its stack and its cause, without what they must not say', () => {
  const error = new Error('called 13800138000', { cause: new RangeError('13900139000') })
  expect(redact({ error })).toMatchObject({
    error: { type: 'Error', message: 'called ***', cause: { type: 'RangeError', message: '***' } },
  })
  expect((redact(error) as { stack: string }).stack).toContain('redact.test.ts')
})

test('a ring ends', () => {
  const ring: Record<string, unknown> = { name: 'a' }
  ring.self = ring
  expect(JSON.stringify(redact(ring))).toContain('…')
})
