import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatWan, formatYuan } from './money.ts'

test.each([
  [900_000_000, '900.00'],
  [123_456_700, '123.46'],
  [123_450_000, '123.45'],
  [500_000, '0.50'],
  [0, '0.00'],
  [-1_500_000, '-1.50'],
  [1_234_567_800_000, '1,234,567.80'],
])('%i fen are %s 万元', (fen, text) => expect(formatWan(fen)).toBe(text))

test('yuan are exact to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e15, max: 1e15 }), fen => {
      const digits = formatYuan(fen).replaceAll(',', '').replace('.', '')
      expect(Number(digits)).toBe(fen === 0 ? 0 : fen)
    }),
  )
})
