import type { FileType } from './file-type.ts'

/** What of a picture is not its pixels: texts, profiles, what is behind its end. Null: it has no end. */
export type PictureParts = Buffer[] | null

const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
const isText = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
const SCAN = 0xda
const END = 0xd9

/** Where the next marker begins that is none of a scan's own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function jpegParts(bytes: Buffer): PictureParts {
  const parts: Buffer[] = []
  let at = 2
  while (at + 4 <= bytes.length + 2) {
    const marked = bytes.indexOf(0xff, at)
    if (marked < 0 || marked + 1 >= bytes.length) return null
    if (marked > at) parts.push(bytes.subarray(at, marked))
    const marker = bytes[marked + 1] as number
    at = marked + (marker === 0xff ? 1 : 2)
    if (marker === END) return [...parts, bytes.subarray(at)]
    if (marker === 0xff || isStandalone(marker)) continue
    if (at + 2 > bytes.length) return null
    const end = at + bytes.readUInt16BE(at)
    if (end > bytes.length) return null
    if (isText(marker)) parts.push(bytes.subarray(at + 2, end))
    at = marker === SCAN ? endOfScan(bytes, end) : Math.max(end, at + 2)
  }
  return null
}

const PNG_PIXELS = new Set(['IHDR', 'PLTE', 'IDAT'])

function pngParts(bytes: Buffer): PictureParts {
  const parts: Buffer[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) return null
    if (type === 'IEND') return [...parts, bytes.subarray(end)]
    if (!PNG_PIXELS.has(type)) parts.push(bytes.subarray(at + 8, end - 4))
    at = end
  }
  return null
}

const WEBP_PIXELS = new Set(['VP8 ', 'VP8L', 'ALPH'])

function webpParts(bytes: Buffer): PictureParts {
  const end = bytes.readUInt32LE(4) + 8
  if (end > bytes.length) return null
  const parts = [bytes.subarray(end)]
  let at = 12
  while (at + 8 <= end) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (!WEBP_PIXELS.has(type)) parts.push(bytes.subarray(at + 8, Math.min(at + 8 + length, end)))
    at += 8 + length + (length % 2)
  }
  return parts
}

const WALKERS = { 'image/jpeg': jpegParts, 'image/png': pngParts, 'image/webp': webpParts } as const
export type PictureType = Exclude<FileType, 'application/pdf'>

/** Walks a picture to its end without decoding it. */
export const picturePartsOf = (bytes: Buffer, type: PictureType): PictureParts =>
  bytes.length < 16 ? null : WALKERS[type](bytes)
