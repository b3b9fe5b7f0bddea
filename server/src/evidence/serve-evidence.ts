import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { PHOTO_SIZES } from '@lvliang/shared/evidence/evidence.schema'
import { SECURITY_HEADERS } from '../http/security-headers.ts'
import type { EvidenceIndex } from '../ledger/evidence-index.ts'
import type { Evidence } from '../store/evidence.repo.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import type { FileInspector } from './file-inspector.ts'
import { inlineAs, safeFileName } from './file-name.ts'
import type { FileType } from './file-type.ts'
import { evidenceUnknown } from './refusals.ts'

/** Longest edges of the pictures made of a photo, the largest first. */
export const PHOTO_EDGES = PHOTO_SIZES.toSorted((a, b) => b - a)
/** A scanned page must be readable. */
export const PAGE_EDGE = 3200
export const PICTURE = 'image/jpeg'

/** What a name stands for never changes; a reader's own machine may keep it. */
const FOR_EVER = 'private, max-age=31536000, immutable'
/** Shown in a frame of our own pages; nothing in it runs or asks for anything. */
const FRAMED = {
  ...SECURITY_HEADERS,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  'x-frame-options': 'SAMEORIGIN',
}

export interface ServeDeps {
  index: EvidenceIndex
  files: EvidenceFiles
  inspector: FileInspector
}

/** Photos and documents on their way to a reader. An original is never served, but of a PDF. */
export class EvidenceServer {
  readonly #index: EvidenceIndex
  readonly #files: EvidenceFiles
  readonly #inspector: FileInspector

  constructor({ index, files, inspector }: ServeDeps) {
    this.#index = index
    this.#files = files
    this.#inspector = inspector
  }

  async photo(sha256: string, size: number, ifNoneMatch: string | undefined): Promise<Response> {
    const evidence = this.#index.photoOf(sha256)
    if (evidence === undefined) throw evidenceUnknown()
    const etag = `"${sha256.slice(0, 32)}-${size}"`
    const headers = { ...SECURITY_HEADERS, 'cache-control': FOR_EVER, etag }
    if (ifNoneMatch === etag) return new Response(null, { status: 304, headers })
    const body = await this.#picture(evidence, size, PHOTO_EDGES)
    return new Response(body, { headers: { ...headers, 'content-type': PICTURE } })
  }

  /** The smallest picture of a photo, to be printed. */
  async thumbnail(sha256: string): Promise<Uint8Array> {
    const evidence = this.#index.photoOf(sha256)
    if (evidence === undefined) throw evidenceUnknown()
    return this.#picture(evidence, PHOTO_EDGES.at(-1) as number, PHOTO_EDGES)
  }

  async document(id: string): Promise<Response> {
    const evidence = this.#index.find(id)
    if (!evidence || evidence.kind === 'photo' || this.#index.isWithdrawn(id)) throw evidenceUnknown()
    const headers = { ...FRAMED, 'cache-control': FOR_EVER }
    if (evidence.mediaType !== 'application/pdf') {
      const name = inlineAs(safeFileName(evidence.name, PICTURE, '文件'))
      const body = await this.#picture(evidence, PAGE_EDGE, [PAGE_EDGE])
      return new Response(body, { headers: { ...headers, 'content-type': PICTURE, 'content-disposition': name } })
    }
    const path = this.#files.original(evidence.sha256)
    const { size } = await stat(path)
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
      headers: {
        ...headers,
        'content-type': evidence.mediaType,
        'content-length': String(size),
        'content-disposition': inlineAs(evidence.name),
      },
    })
  }

  /** A picture made before, else made now. */
  async #picture(evidence: Evidence, size: number, edges: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
    const path = await this.#files.derived(evidence.sha256, size)
    const read = () => readFile(path) as Promise<Buffer<ArrayBuffer>>
    return read().catch(async () => {
      await this.#make(evidence, edges)
      return read()
    })
  }

  async #make({ sha256, mediaType }: Evidence, edges: readonly number[]): Promise<void> {
    const renditions = await Promise.all(
      edges.map(async size => ({ size, path: await this.#files.derived(sha256, size) })),
    )
    const path = this.#files.original(sha256)
    const verdict = await this.#inspector.inspect({ path, type: mediaType as FileType, renditions })
    if ('flaw' in verdict) throw new Error(`${sha256} cannot be shown: ${verdict.flaw}`)
  }
}
