import type { BUILDS } from '../centres/record.schema.ts'
import { plainKey } from './names.ts'
import { parseSigned } from './parse-number.ts'
import type { Parsed } from './problem.ts'
import { type RawCell, shownCell, trimmed } from './raw-table.ts'

const YES_NO: Record<string, boolean> = { 是: true, 否: false, yes: true, no: false, true: true, false: false }

/** 是 or 否. */
export function parseYesNo(cell: RawCell): Parsed<boolean> {
  const value = YES_NO[plainKey(shownCell(cell))]
  return value === undefined ? { code: 'badYesNo' } : { value }
}

const BUILD_WORDS: Record<string, (typeof BUILDS)[number]> = {
  新建: 'newBuild',
  改建: 'conversion',
  扩建: 'extension',
  newbuild: 'newBuild',
  conversion: 'conversion',
  extension: 'extension',
}

/** 新建, 改建 or 扩建. */
export function parseBuild(cell: RawCell): Parsed<(typeof BUILDS)[number]> {
  const value = BUILD_WORDS[plainKey(shownCell(cell))]
  return value === undefined ? { code: 'badBuild' } : { value }
}

/** Text as typed, without outer spaces; line breaks within become spaces. */
export function parseText(cell: RawCell, limit: number): Parsed<string> {
  const value = trimmed(shownCell(cell)).replace(/\s*[\r\n]+\s*/g, ' ')
  return value.length > limit ? { code: 'textTooLong', params: { limit } } : { value }
}

/** The code of a slot: the plan's prefix and a number of three digits or more. */
export function parseCentreCode(cell: RawCell, prefix: string): Parsed<string> {
  const value = plainKey(shownCell(cell)).toUpperCase()
  const isCode = value.startsWith(`${prefix}-`) && /^\d{3,6}$/.test(value.slice(prefix.length + 1))
  return isCode ? { value } : { code: 'badCode', params: { prefix } }
}

/** The 12-digit code of a village. */
export function parseVillageCode(cell: RawCell): Parsed<string> {
  const value = plainKey(shownCell(cell))
  return /^\d{12}$/.test(value) ? { value } : { code: 'badVillageCode' }
}

/** One degree value, with or without its sign or direction: 111.143, 111.143°, 东经111.143, 111.143E. */
export function parseDegrees(cell: RawCell): Parsed<number> {
  if (typeof cell === 'number') return { value: cell }
  const bare = plainKey(shownCell(cell)).replace(/^(东经|北纬)|[°度]?[en]?$/g, '')
  const parsed = parseSigned(bare)
  return 'value' in parsed ? parsed : { code: 'badPosition' }
}

/** Two degree values of one cell, in the order typed. */
export function parsePair(cell: RawCell): Parsed<[number, number]> {
  const text = shownCell(cell)
    .normalize('NFKC')
    .trim()
    .replace(/^[([]|[)\]]$/g, '')
  const [first, second, ...rest] = text.split(/\s*[,;、/]\s*|\s+/).filter(part => part !== '')
  if (first === undefined || second === undefined || rest.length > 0) return { code: 'badPosition' }
  const [a, b] = [parseDegrees(first), parseDegrees(second)]
  if (!('value' in a) || !('value' in b)) return { code: 'badPosition' }
  return { value: [a.value, b.value] }
}
