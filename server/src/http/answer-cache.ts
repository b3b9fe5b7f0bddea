import type { Context, TypedResponse } from 'hono'
import { LruCache } from '../lib/lru-cache.ts'
import { preferredEncoding } from './accept-encoding.ts'
import { Answer, type AnswerInput, send } from './answer.ts'

/** Answers asked for again are kept long; one asked for once makes room for the next soon. */
const KEPT_BYTES = 48 * 1024 * 1024
const NEW_BYTES = 12 * 1024 * 1024

/**
 * Answers ready to send, by address. They hold for one state of the data and one today: the epoch. A repeated
 * read is served from here before routing, a known one with 304.
 */
export class AnswerCache {
  readonly #epochNow: () => string
  readonly #kept = new LruCache<string, Answer>(KEPT_BYTES)
  readonly #new = new LruCache<string, Answer>(NEW_BYTES)
  #epoch = ''

  constructor(epochNow: () => string) {
    this.#epochNow = epochNow
  }

  /** The answer where it is at hand in the client's encoding. */
  serve(request: Request): Response | undefined {
    if (request.method !== 'GET') return undefined
    const ready = this.#find(request.url)?.ready(preferredEncoding(request.headers.get('accept-encoding')))
    return ready && send(ready, request.headers.get('if-none-match'))
  }

  /** Answers with what `make` gives, made once. */
  async answer(c: Context, make: () => AnswerInput | Promise<AnswerInput>): Promise<Response> {
    const { url } = c.req.raw
    const answer = this.#find(url) ?? this.#remember(url, new Answer(await make()))
    const representation = await answer.in(preferredEncoding(c.req.header('accept-encoding') ?? null))
    return send(representation, c.req.header('if-none-match') ?? null)
  }

  /** A JSON answer, typed for the route that gives it. */
  async json<T>(c: Context, make: () => T): Promise<Response & TypedResponse<T, 200, 'json'>> {
    const answer = this.answer(c, () => ({ body: JSON.stringify(make()), contentType: 'application/json' }))
    return (await answer) as Response & TypedResponse<T, 200, 'json'>
  }

  #find(url: string): Answer | undefined {
    const now = this.#epochNow()
    if (now !== this.#epoch) {
      this.#kept.clear()
      this.#new.clear()
      this.#epoch = now
    }
    return this.#kept.get(url) ?? this.#promote(url)
  }

  #promote(url: string): Answer | undefined {
    const answer = this.#new.get(url)
    if (!answer) return undefined
    this.#new.delete(url)
    this.#kept.set(url, answer, weightOf(url, answer))
    return answer
  }

  #remember(url: string, answer: Answer): Answer {
    this.#new.set(url, answer, weightOf(url, answer))
    return answer
  }
}

/** The bytes in each encoding, and what keeping them costs besides. */
const weightOf = (url: string, answer: Answer) => answer.bytes * 1.5 + url.length * 2 + 2048
