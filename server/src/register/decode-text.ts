import { type Problem, problemAt } from '@lvliang/shared/register/problem'
import iconv from 'iconv-lite'

const UTF8_BOM = [0xef, 0xbb, 0xbf]
const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)

/** The text of a CSV: UTF-8 with or without byte-order mark, else GB18030, as Excel in China saves it. */
export function decodeText(bytes: Uint8Array): { text: string } | { problems: Problem[] } {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || bytes.includes(0)) {
    return { problems: [problemAt(null, 'encoding')] }
  }
  const text = strictUtf8(bytes)
  if (text !== null) return { text }
  if (startsWith(bytes, UTF8_BOM)) return { problems: [problemAt(null, 'encoding')] }
  const chinese = iconv.decode(Buffer.from(bytes), 'gb18030')
  return chinese.includes('\uFFFD') ? { problems: [problemAt(null, 'encoding')] } : { text: chinese }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
