import type { OperationId } from '@lvliang/shared/accounts/access'
import type { Context, TypedResponse } from 'hono'
import type { AppEnv } from '../access/request-env.ts'
import { seenBy } from '../access/viewer.ts'
import { LruCache } from '../lib/lru-cache.ts'
import { preferredEncoding } from './accept-encoding.ts'
import { Answer, type AnswerInput, send } from './answer.ts'

/** Answers asked for again are kept long; one asked for once makes room for the next soon. */
const KEPT_BYTES = 48 * 1024 * 1024
const NEW_BYTES = 12 * 1024 * 1024

interface Kept {
  answer: Answer
  /** The operation it is an answer to: whoever may not do that does not get it. */
  operation: OperationId
}

/**
 * Answers ready to send, by address and by what its reader may see. They hold for one state of the data and one
 * today: the epoch. A repeated read is served from here before routing, a known one with 304.
 */
export class AnswerCache {
  readonly #epochNow: () => string
  readonly #kept = new LruCache<string, Kept>(KEPT_BYTES)
  readonly #new = new LruCache<string, Kept>(NEW_BYTES)
  #epoch = ''

  constructor(epochNow: () => string) {
    this.#epochNow = epochNow
  }

  /** The answer where it is at hand in the client's encoding and open to the one who asks. */
  ready(request: Request, seen: string, isOpen: (operation: OperationId) => boolean): Response | undefined {
    if (request.method !== 'GET') return undefined
    const kept = this.#find(`${seen} ${request.url}`)
    if (!kept || !isOpen(kept.operation)) return undefined
    const ready = kept.answer.ready(preferredEncoding(request.headers.get('accept-encoding')))
    return ready && send(ready, request.headers.get('if-none-match'))
  }

  /** Answers with what `make` gives, made once for all who may see the same: those `seen` names. */
  async answer(
    c: Context<AppEnv>,
    make: () => AnswerInput | Promise<AnswerInput>,
    seen = seenBy(c.env.viewer),
  ): Promise<Response> {
    const key = `${seen} ${c.req.url}`
    const { answer } =
      this.#find(key) ??
      this.#remember(key, { answer: new Answer(await make()), operation: c.env.operation as OperationId })
    const representation = await answer.in(preferredEncoding(c.req.header('accept-encoding') ?? null))
    return send(representation, c.req.header('if-none-match') ?? null)
  }

  /** A JSON answer, typed for the route that gives it. */
  async json<T>(
    c: Context<AppEnv>,
    make: () => T,
    seen = seenBy(c.env.viewer),
  ): Promise<Response & TypedResponse<T, 200, 'json'>> {
    const answer = this.answer(c, () => ({ body: JSON.stringify(make()), contentType: 'application/json' }), seen)
    return (await answer) as Response & TypedResponse<T, 200, 'json'>
  }

  /** An answer that is one account's own, kept for nobody else. */
  async own(c: Context<AppEnv>, make: () => AnswerInput | Promise<AnswerInput>): Promise<Response> {
    const answer = new Answer(await make())
    const made = await answer.in(preferredEncoding(c.req.header('accept-encoding') ?? null))
    return send(made, c.req.header('if-none-match') ?? null)
  }

  /** A JSON answer that is one account's own. */
  async ownJson<T>(c: Context<AppEnv>, make: () => T): Promise<Response & TypedResponse<T, 200, 'json'>> {
    const answer = this.own(c, () => ({ body: JSON.stringify(make()), contentType: 'application/json' }))
    return (await answer) as Response & TypedResponse<T, 200, 'json'>
  }

  #find(key: string): Kept | undefined {
    const now = this.#epochNow()
    if (now !== this.#epoch) {
      this.#kept.clear()
      this.#new.clear()
      this.#epoch = now
    }
    return this.#kept.get(key) ?? this.#promote(key)
  }

  #promote(key: string): Kept | undefined {
    const kept = this.#new.get(key)
    if (!kept) return undefined
    this.#new.delete(key)
    this.#kept.set(key, kept, weightOf(key, kept))
    return kept
  }

  #remember(key: string, kept: Kept): Kept {
    this.#new.set(key, kept, weightOf(key, kept))
    return kept
  }
}

/** The bytes in each encoding, and what keeping them costs besides. */
const weightOf = (key: string, { answer }: Kept) => answer.bytes * 1.5 + key.length * 2 + 2048
