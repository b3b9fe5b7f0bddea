import { LARGEST_FILE } from '@lvliang/shared/evidence/evidence.schema'
import type { RequestEnv } from '../access/request-env.ts'
import { type OnSessionEnd, whileSignedIn } from '../access/while-signed-in.ts'
import { DomainError, type ErrorCode } from '../errors.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import type { FileInspector } from './file-inspector.ts'
import { type FileType, fileTypeOf } from './file-type.ts'
import { type Pace, type Received, readAway } from './incoming.ts'
import type { Inspected } from './inspect-file.ts'
import { busy, flawed, otherType, packed, tooLarge, wrongType } from './refusals.ts'

/** Bodies coming in at once: of everybody, and of one account. */
const MOST_AT_ONCE = 24
const MOST_OF_ONE = 8

/** Refusals whose sender is too slow to be waited for, or gone. */
const UNHEARD: ReadonlySet<ErrorCode> = new Set(['uploadTooSlow', 'signInRequired', 'malformedRequest'])

export interface Upload {
  env: RequestEnv
  headers: Headers
  body: ReadableStream<Uint8Array> | null
  takes: readonly FileType[]
  /** Longest edges of the pictures made of it, the largest first. */
  sizes: readonly number[]
}

export interface TakenIn {
  received: Received
  type: FileType
}

/** The body from where it is, left open for whoever reads on. */
async function* chunksOf(body: Upload['body']): AsyncGenerator<Uint8Array> {
  if (body) yield* body.values({ preventCancel: true })
}

/** What a file is sent as. Throws where it is none of what is taken, or where its length alone says too much. */
function typeClaimed({ headers, takes }: Upload): FileType {
  const claimed = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const type = takes.find(taken => taken === claimed)
  if (type === undefined) throw wrongType(takes.includes('application/pdf'))
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') throw packed()
  if (Number(headers.get('content-length') ?? 0) > LARGEST_FILE) throw tooLarge()
  return type
}

/** Files on their way in: received, told by their first bytes, looked over, and only then of any use. */
export class Intake {
  readonly #files: EvidenceFiles
  readonly #inspector: FileInspector
  readonly #onSessionEnd: OnSessionEnd
  readonly #pace: Pace
  readonly #coming = new Map<string, number>()

  constructor(deps: { files: EvidenceFiles; inspector: FileInspector; onSessionEnd: OnSessionEnd; pace: Pace }) {
    this.#files = deps.files
    this.#inspector = deps.inspector
    this.#onSessionEnd = deps.onSessionEnd
    this.#pace = deps.pace
  }

  /** Takes a file in for as long as `use` runs; afterwards what was not kept is gone. */
  async take<T>(upload: Upload, use: (taken: TakenIn) => Promise<T>): Promise<T> {
    try {
      return await this.#take(upload, use)
    } catch (error) {
      if (error instanceof DomainError && !UNHEARD.has(error.code)) await readAway(chunksOf(upload.body))
      throw error
    }
  }

  async #take<T>(upload: Upload, use: (taken: TakenIn) => Promise<T>): Promise<T> {
    const claimed = typeClaimed(upload)
    return this.#counted(upload.env.viewer.accountId ?? '', async () => {
      const body = whileSignedIn(chunksOf(upload.body), upload.env.viewer, this.#onSessionEnd)
      const received = await this.#files.receive(body, { most: LARGEST_FILE, pace: this.#pace })
      try {
        return await use({ received, type: this.#typeOf(received, claimed, upload) })
      } finally {
        await this.#files.discard(received)
      }
    })
  }

  /** Looks a file over and makes its pictures. Throws what is wrong with it. */
  async inspect({ received, type }: TakenIn, sizes: readonly number[]): Promise<Inspected> {
    const renditions = type === 'application/pdf' ? [] : await this.renditions(received.sha256, sizes)
    const verdict = await this.#inspector.inspect({ path: received.path, type, renditions })
    if ('flaw' in verdict) throw flawed(verdict.flaw)
    return verdict
  }

  renditions(sha256: string, sizes: readonly number[]) {
    return Promise.all(sizes.map(async size => ({ size, path: await this.#files.derived(sha256, size) })))
  }

  #typeOf({ bytes, head }: Received, claimed: FileType, { takes }: Upload): FileType {
    if (bytes === 0) throw flawed(claimed === 'application/pdf' ? 'pdfEmpty' : 'empty')
    const found = fileTypeOf(head)
    if (found === null || !takes.includes(found)) throw wrongType(takes.includes('application/pdf'))
    if (found !== claimed) throw otherType(claimed, found)
    return found
  }

  async #counted<T>(account: string, work: () => Promise<T>): Promise<T> {
    const own = this.#coming.get(account) ?? 0
    const all = [...this.#coming.values()].reduce((sum, count) => sum + count, 0)
    if (own >= MOST_OF_ONE || all >= MOST_AT_ONCE || this.#inspector.isBusy) throw busy()
    this.#coming.set(account, own + 1)
    try {
      return await work()
    } finally {
      const left = (this.#coming.get(account) ?? 1) - 1
      if (left === 0) this.#coming.delete(account)
      else this.#coming.set(account, left)
    }
  }
}
