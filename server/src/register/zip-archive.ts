import { Inflate } from 'fflate'

export interface ZipLimits {
  entries: number
  entryBytes: number
  totalBytes: number
}

/** What an uploaded workbook may unpack to: far above any register, far below what hurts. */
export const ZIP_LIMITS: ZipLimits = { entries: 2000, entryBytes: 192 * 1024 * 1024, totalBytes: 256 * 1024 * 1024 }

export interface ZipEntry {
  name: string
  method: number
  compressedSize: number
  size: number
  headerAt: number
}

export interface Archive {
  bytes: Uint8Array
  limits: ZipLimits
}

/** Why an archive is not read. */
export class ZipError extends Error {
  readonly code: 'zipBroken' | 'zipBomb'

  constructor(code: 'zipBroken' | 'zipBomb', message: string) {
    super(message)
    this.name = 'ZipError'
    this.code = code
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Lists a ZIP archive from its central directory (APPNOTE 6.3.3), refusing what would unpack beyond the limits. */
export function listZip({ bytes, limits }: Archive): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new ZipError('zipBomb', `${count} entries`)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new ZipError('zipBroken', 'directory')
    const entry = readEntry(bytes, view, at)
    total += entry.size
    if (entry.size > limits.entryBytes || total > limits.totalBytes) {
      throw new ZipError('zipBomb', `${entry.name}: ${total} bytes`)
    }
    entries.set(entry.name, entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new ZipError('zipBroken', 'no end record')
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  }
}

/** Unpacks one entry piece by piece: what it declares is not believed, what comes out is counted. */
export function streamEntry(archive: Archive, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  const { bytes, limits } = archive
  const data = entryData(bytes, entry)
  let size = 0
  const count = (piece: Uint8Array) => {
    size += piece.length
    if (size > limits.entryBytes) throw new ZipError('zipBomb', `${entry.name}: more than ${size} bytes`)
    take(piece)
  }
  if (data.length === 0) throw new ZipError('zipBroken', `${entry.name}: empty`)
  if (entry.method === 0) {
    count(data)
    return
  }
  if (entry.method !== 8) throw new ZipError('zipBroken', `${entry.name}: method ${entry.method}`)
  const inflate = new Inflate(count)
  const step = 16_384
  for (let at = 0; at < data.length; at += step) push(inflate, data.subarray(at, at + step), at + step >= data.length)
}

function push(inflate: Inflate, piece: Uint8Array, isLast: boolean) {
  try {
    inflate.push(piece, isLast)
  } catch (error) {
    if (error instanceof ZipError || !(error instanceof Error) || !('code' in error)) throw error
    throw new ZipError('zipBroken', error.message)
  }
}

function entryData(bytes: Uint8Array, { name, headerAt, compressedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL) throw new ZipError('zipBroken', name)
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
  if (start + compressedSize > bytes.length) throw new ZipError('zipBroken', `${name}: cut short`)
  return bytes.subarray(start, start + compressedSize)
}
