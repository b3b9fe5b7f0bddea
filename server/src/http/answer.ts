import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './accept-encoding.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) }
/** Close to the densest at a tenth of its time. */
const BROTLI_QUALITY = 5
const SMALLEST_COMPRESSED = 1024

/** Bytes ready to send, in one encoding. */
export interface Representation {
  body: Buffer
  etag: string
  headers: Readonly<Record<string, string>>
  notModifiedHeaders: Readonly<Record<string, string>>
}

export interface AnswerInput {
  body: Buffer | string
  contentType: string
  /** Sent besides the usual: a file name, another cache rule. */
  headers?: Record<string, string>
  /** The same bytes compressed beforehand. */
  compressed?: { br?: Buffer | undefined; gzip?: Buffer | undefined }
}

/** One answer in every encoding asked for so far. The bytes never change once made. */
export class Answer {
  readonly identity: Representation
  readonly #contentType: string
  readonly #extraHeaders: Record<string, string> | undefined
  readonly #made: Partial<Record<Encoding, Representation>> = {}
  readonly #making: Partial<Record<Encoding, Promise<Representation>>> = {}
  readonly #hash: string

  constructor(input: AnswerInput) {
    const body = typeof input.body === 'string' ? Buffer.from(input.body) : input.body
    this.#contentType = input.contentType
    this.#extraHeaders = input.headers
    this.#hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    this.identity = this.#represent(body, 'identity')
    this.#made.identity = this.identity
    const { br, gzip } = input.compressed ?? {}
    if (br) this.#made.br = this.#represent(br, 'br')
    if (gzip) this.#made.gzip = this.#represent(gzip, 'gzip')
  }

  get bytes(): number {
    return this.identity.body.length
  }

  /** The representation where it is at hand; undefined: it must be compressed first. */
  ready(encoding: Encoding): Representation | undefined {
    return this.bytes < SMALLEST_COMPRESSED ? this.identity : this.#made[encoding]
  }

  /** The representation, compressed off the main thread the first time; several askers share the work. */
  async in(encoding: Encoding): Promise<Representation> {
    const made = this.ready(encoding)
    if (made) return made
    this.#making[encoding] ??= this.#compress(encoding as 'br' | 'gzip')
    return this.#making[encoding] as Promise<Representation>
  }

  async #compress(encoding: 'br' | 'gzip'): Promise<Representation> {
    const options = encoding === 'br' ? { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } : {}
    const body = await compress[encoding](this.identity.body, options)
    const representation = this.#represent(body, encoding)
    this.#made[encoding] = representation
    delete this.#making[encoding]
    return representation
  }

  #represent(body: Buffer, encoding: Encoding): Representation {
    const etag = encoding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}-${encoding}"`
    const common = {
      ...SECURITY_HEADERS,
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding, Cookie',
      ...this.#extraHeaders,
      etag,
    }
    return {
      body,
      etag,
      headers: {
        ...common,
        'content-type': this.#contentType,
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      },
      notModifiedHeaders: common,
    }
  }
}

/** Whether the client's `If-None-Match` names these bytes. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag)
}

export const send = (made: Representation, ifNoneMatch: string | null): Response =>
  isKnown(ifNoneMatch, made.etag)
    ? new Response(null, { status: 304, headers: made.notModifiedHeaders })
    : new Response(made.body as Uint8Array<ArrayBuffer>, { headers: made.headers })
