import type { DOCUMENT_TYPES } from '@lvliang/shared/evidence/evidence.schema'

export type FileType = (typeof DOCUMENT_TYPES)[number]

/** So many bytes tell what a file is. */
export const HEAD_BYTES = 16

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** What a file is by its first bytes, whatever it is called; null: none of what is taken. */
export function fileTypeOf(head: Buffer): FileType | null {
  const text = head.toString('latin1')
  if (head.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg'
  if (head.subarray(0, PNG.length).equals(PNG)) return 'image/png'
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp'
  return text.startsWith('%PDF-') ? 'application/pdf' : null
}
