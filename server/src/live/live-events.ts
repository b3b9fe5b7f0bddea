import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import { isOfInspection } from '../access/office.ts'
import type { Viewer } from '../access/viewer.ts'
import type { OnSessionEnd } from '../access/while-signed-in.ts'
import { DomainError } from '../errors.ts'
import type { Journal } from '../ledger/journal.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { eventsOf } from './event-of.ts'
import { HEARTBEAT, sseBytes, sseMessage, sseRetry } from './sse.ts'

/** What a listener may have missed and still be told one by one. */
const MOST_REPLAYED = 500
const HEARTBEAT_MS = 20_000
/** Comes back after this long and up to twice as long, so that a restart does not bring everybody at once. */
const RETRY_MS = 1500
/** Long enough for a page to be left after its session ended. */
const LEAVING_MS = 15_000
/** Bytes that may wait for one reader; one that lets more pile up is dropped and resumes when it can. */
const MOST_WAITING_BYTES = 128 * 1024

/** Streams open at once: of one account, of all wall screens, of the process. */
const LIMITS = { account: 60, wall: 200, process: 1000 }

export interface Listening {
  viewer: Viewer
  /** The last event heard; null: none. NaN or of no use: everything is read anew. */
  after: number | null
  /** Whether who listens without a session still may. */
  isAdmitted(): boolean
  /** Breaks the connection off. */
  hangUp: (() => void) | undefined
}

interface LiveDeps {
  ledger: Ledger
  journal: Pick<Journal, 'onEntered'>
  onSessionEnd: OnSessionEnd
  heartbeatMs?: number
}

interface Stream extends Listening {
  controller: ReadableStreamDefaultController<Uint8Array>
  forgetSession: () => void
}

/** Tells everybody who listens what is entered, as it is entered, and those who come back what they missed. */
export class LiveEvents {
  readonly #ledger: Ledger
  readonly #onSessionEnd: OnSessionEnd
  readonly #streams = new Set<Stream>()
  readonly #stopListening: () => void
  readonly #beating: NodeJS.Timeout
  #closed = false
  /** The place reached when the plan itself last changed. */
  #reshapedAt = -1

  constructor({ ledger, journal, onSessionEnd, heartbeatMs = HEARTBEAT_MS }: LiveDeps) {
    this.#ledger = ledger
    this.#onSessionEnd = onSessionEnd
    this.#stopListening = journal.onEntered(records =>
      records.length > 0 ? this.#tellRecords(records) : this.#tellReset(),
    )
    this.#beating = setInterval(() => this.#send(HEARTBEAT), heartbeatMs).unref()
  }

  /** How many streams are open. */
  get open(): number {
    return this.#streams.size
  }

  /** The events from now on, after those missed. Nothing is entered between the two: both happen at one go. */
  listen(listening: Listening): ReadableStream<Uint8Array> {
    this.#refuseTooMany(listening.viewer)
    let stream: Stream | undefined
    return new ReadableStream<Uint8Array>(
      {
        start: controller => {
          stream = { ...listening, controller, forgetSession: () => {} }
          controller.enqueue(sseBytes(this.#beginning(listening.after)))
          this.#admit(stream)
        },
        cancel: () => {
          if (stream) this.#forget(stream)
        },
      },
      { highWaterMark: MOST_WAITING_BYTES, size: chunk => chunk?.byteLength ?? 0 },
    )
  }

  /**
   * Tells of a photo or document. It has no place among the records, so whoever comes back reads evidence anew. Of an
   * inspector's photo no county hears: it would give an unannounced visit away.
   */
  tellEvidence(event: LiveEvent): void {
    const isSecret = event.kind === 'photo' && isOfInspection(event.recordedBy)
    this.#tell(
      () => sseMessage({ data: event }),
      ({ principal }) => !isSecret || (principal !== 'county' && principal !== 'wall'),
    )
  }

  /** Ends every stream, and takes no more. */
  close(): void {
    this.#closed = true
    this.#stopListening()
    clearInterval(this.#beating)
    for (const stream of [...this.#streams]) this.#end(stream)
  }

  #tellRecords(records: readonly CentreRecord[]): void {
    this.#tell(() => this.#textOf(records))
  }

  /** What changed is no record: everything is read anew, also by those who were away. */
  #tellReset(): void {
    this.#reshapedAt = this.#ledger.last.seq
    this.#tell(() => this.#resetText())
  }

  #refuseTooMany({ accountId }: Viewer): void {
    if (this.#closed) throw new DomainError('notReady', '服务器正在停止。 / The server is stopping.')
    const own = [...this.#streams].filter(({ viewer }) => viewer.accountId === accountId).length
    const most = accountId === null ? LIMITS.wall : LIMITS.account
    if (own >= most || this.#streams.size >= LIMITS.process) {
      const message = '同时打开的实时连接太多。 / Too many live connections are open.'
      throw new DomainError('tooManyStreams', message, { retryAfterSeconds: 60 })
    }
  }

  #admit(stream: Stream): void {
    this.#streams.add(stream)
    const { sessionId } = stream.viewer
    if (sessionId !== null) stream.forgetSession = this.#onSessionEnd(sessionId, () => this.#dismiss(stream))
  }

  #beginning(after: number | null): string {
    const { seq } = this.#ledger.last
    const hello = sseMessage({ name: 'hello', id: seq, data: {} })
    return sseRetry(RETRY_MS * (1 + Math.random())) + this.#missed(after, seq) + hello
  }

  #missed(after: number | null, seq: number): string {
    if (after === null) return ''
    // A place that is none, or ahead of what is stored, is one of another database.
    if (!(after >= seq - MOST_REPLAYED && after <= seq) || after <= this.#reshapedAt) return this.#resetText()
    return after === seq ? '' : this.#textOf(this.#ledger.recordsAfter(after))
  }

  #resetText(): string {
    return sseMessage({ name: 'reset', id: this.#ledger.last.seq, data: {} })
  }

  #textOf(records: readonly CentreRecord[]): string {
    return eventsOf(this.#ledger, records)
      .map(({ id, event }) => sseMessage({ id, data: event }))
      .join('')
  }

  #tell(write: () => string, isFor?: (viewer: Viewer) => boolean): void {
    if (this.#streams.size > 0) this.#send(sseBytes(write()), isFor)
  }

  #send(bytes: Uint8Array, isFor: (viewer: Viewer) => boolean = () => true): void {
    for (const stream of [...this.#streams]) {
      if (!isFor(stream.viewer)) continue
      if ((stream.controller.desiredSize ?? 0) <= 0) this.#drop(stream)
      else if (stream.viewer.sessionId === null && !stream.isAdmitted()) this.#end(stream)
      else stream.controller.enqueue(bytes)
    }
  }

  /** Whoever leaves is on the way out and does not ask again at once. */
  #dismiss(stream: Stream): void {
    if ((stream.controller.desiredSize ?? 0) > 0) stream.controller.enqueue(sseBytes(sseRetry(LEAVING_MS)))
    this.#end(stream)
  }

  #end(stream: Stream): void {
    if (this.#forget(stream)) stream.controller.close()
  }

  /** What waits for a reader who does not read would keep the connection open. */
  #drop(stream: Stream): void {
    this.#end(stream)
    stream.hangUp?.()
  }

  #forget(stream: Stream): boolean {
    stream.forgetSession()
    return this.#streams.delete(stream)
  }
}
