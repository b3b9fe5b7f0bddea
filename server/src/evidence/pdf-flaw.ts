import { constants, inflateSync } from 'node:zlib'
import { holdsArchive, holdsMarkup } from './foreign-content.ts'
import type { Flaw } from './refusals.ts'

/** What a PDF may do by itself, or carry along: named anywhere, it is not taken. None is so short as to come by chance. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound|Collection)(?![\w.#-])|\/XFA\s*[[(<\d]/
/** An action on opening, unless it is a mere place to open at: an array of a page and a view. */
const OPEN_ACTION = /\/OpenAction(?![\w.#-])(?!\s*\[)/
const ENCRYPT = /\/Encrypt(?![\w.#-])/
const OBJECT_STREAM = /\/ObjStm(?![\w.#-])/g
/** Objects in a stream begin with a table of their numbers and places. */
const OBJECT_TABLE = /^\s*\d+\s+\d+/

const STREAM = /(?<!end)stream[^\r\n]{0,80}(?:\r\n|\n|\r)/g

const MOST_INFLATED = 1024 * 1024 * 1024
/** More objects than fit into as much are not in one stream; what is longer is pixels. */
const MOST_INFLATED_EACH = 32 * 1024 * 1024
/** Where readers look for the beginning and the end. */
const HEAD = 1024
const TAIL = 2048

/** Names as they are meant: `/J#61vaScript` is `/JavaScript`. */
const meant = (text: string) =>
  text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

const isActive = (text: string): boolean => ACTIVE.test(text) || OPEN_ACTION.test(text)

const isZlib = (bytes: Buffer, at: number) =>
  at + 2 <= bytes.length && ((bytes[at] as number) & 15) === 8 && bytes.readUInt16BE(at) % 31 === 0

/** What a stream holds, as far as it can be had; null: more than objects ever are. */
function inflated(packed: Buffer): string | null {
  try {
    const options = { maxOutputLength: MOST_INFLATED_EACH, finishFlush: constants.Z_SYNC_FLUSH }
    return inflateSync(packed, options).toString('latin1')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : ''
  }
}

/** Looks into every stream, whatever its dictionary says of it. */
function flawInStreams(bytes: Buffer, text: string): Flaw | null {
  let left = MOST_INFLATED
  let looked = 0
  for (const { index, 0: keyword } of text.matchAll(STREAM)) {
    const start = index + keyword.length
    const end = text.indexOf('endstream', start)
    const isPacked = isZlib(bytes, start)
    const held = isPacked ? inflated(bytes.subarray(start, end < 0 ? undefined : end)) : text.slice(start, start + 64)
    if (held !== null && OBJECT_TABLE.test(held)) looked++
    if (isPacked && held !== null && isActive(meant(held))) return 'pdfActive'
    left -= isPacked ? (held?.length ?? MOST_INFLATED_EACH) : 0
    if (left < 0) return 'pdfOpaque'
  }
  // Objects packed in another way than everybody packs them.
  const there = meant(text).match(OBJECT_STREAM)?.length ?? 0
  return there > looked ? 'pdfOpaque' : null
}

/** Why a PDF is not taken; null: nothing was found in it but pages. */
export function flawOfPdf(bytes: Buffer): Flaw | null {
  const text = bytes.toString('latin1')
  const tail = text.slice(-TAIL)
  if (!tail.includes('%%EOF') || !/startxref\s+\d+/.test(tail)) return 'pdfTruncated'
  if (holdsArchive(bytes) || holdsMarkup(bytes.subarray('%PDF-1'.length, HEAD))) return 'pdfForeign'
  const plain = meant(text)
  if (ENCRYPT.test(plain)) return 'pdfEncrypted'
  return isActive(plain) ? 'pdfActive' : flawInStreams(bytes, text)
}
