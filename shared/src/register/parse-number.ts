import type { MoneyUnit } from './columns.ts'
import { plainKey } from './names.ts'
import type { Parsed } from './problem.ts'
import type { RawCell } from './raw-table.ts'

/** A decimal number as text, exact: sign, digits before the point, digits after it without trailing zeros. */
interface Decimal {
  negative: boolean
  whole: string
  fraction: string
}

const DECIMAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/

/**
 * Excel keeps doubles and shows 15 digits, so 15 digits are what the person typed: 0.30000000000000004 is 0.3.
 */
function numberText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(exponent)
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  return `${value < 0 ? '-' : ''}${padded.slice(0, at)}.${padded.slice(at)}`
}

function parseDecimal(cell: RawCell): Decimal | null {
  if (typeof cell === 'number' && !Number.isFinite(cell)) return null
  if (typeof cell !== 'string' && typeof cell !== 'number') return null
  const parts = DECIMAL.exec(typeof cell === 'number' ? numberText(cell) : plainKey(cell))
  if (parts === null) return null
  const whole = (parts[2] as string).replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  return { negative: parts[1] === '-' && !(whole === '0' && fraction === ''), whole, fraction }
}

/** A whole number of 0 or more, thousands separated or not. */
export function parseWhole(cell: RawCell, limit: number): Parsed<number> {
  const decimal = parseDecimal(cell)
  if (decimal === null) return { code: 'badNumber' }
  if (decimal.negative) return { code: 'negative' }
  if (decimal.fraction !== '') return { code: 'notWhole' }
  const value = Number(decimal.whole)
  return value > limit ? { code: 'tooLarge', params: { limit } } : { value }
}

/** A number above 0. */
export function parsePositive(cell: RawCell, limit: number): Parsed<number> {
  const decimal = parseDecimal(cell)
  if (decimal === null) return { code: 'badNumber' }
  const value = Number(`${decimal.whole}.${decimal.fraction}`)
  if (decimal.negative || value === 0) return { code: 'notPositive' }
  return value > limit ? { code: 'tooLarge', params: { limit } } : { value }
}

/** Any decimal number, e.g. a longitude. */
export function parseSigned(cell: RawCell): Parsed<number> {
  const decimal = parseDecimal(cell)
  if (decimal === null) return { code: 'badNumber' }
  return { value: Number(`${decimal.negative ? '-' : ''}${decimal.whole}.${decimal.fraction}`) }
}

/** Decimals of each unit down to the fen. */
const FEN_DECIMALS: Record<MoneyUnit, number> = { wan: 6, yuan: 2 }

/** An amount of 0 or more in 万元 or yuan as whole fen, exactly: digits are moved, never multiplied. */
export function parseFen(cell: RawCell, unit: MoneyUnit): Parsed<number> {
  const decimal = parseDecimal(cell)
  if (decimal === null) return { code: 'badNumber' }
  if (decimal.negative) return { code: 'negative' }
  if (decimal.fraction.length > FEN_DECIMALS[unit]) return { code: 'moneyNotExact' }
  const fen = Number(`${decimal.whole}${decimal.fraction.padEnd(FEN_DECIMALS[unit], '0')}`)
  return Number.isSafeInteger(fen) ? { value: fen } : { code: 'tooLarge', params: { limit: '9 万亿元' } }
}
