import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { DomainError } from '../errors.ts'
import { HEAD_BYTES } from './file-type.ts'
import { brokenOff, tooLarge, tooSlow } from './refusals.ts'

/** How slowly a body may come. */
export interface Pace {
  /** Without a byte for so long, it is given up. */
  idleMs: number
  /** After so long, it must have come at the least rate on average. */
  graceMs: number
  leastBytesPerSecond: number
}

/** A mobile network in the hills is slow; a body that holds its place on purpose is slower. */
export const PACE: Pace = { idleMs: 20_000, graceMs: 30_000, leastBytesPerSecond: 4096 }

const MOST_READ_AWAY = 80 * 1024 * 1024
const LONGEST_READ_AWAY_MS = 15_000

/** Lets a sender finish whose file is refused: who is cut off while sending does not hear why. */
export async function readAway(body: AsyncIterable<Uint8Array>): Promise<void> {
  const until = performance.now() + LONGEST_READ_AWAY_MS
  let bytes = 0
  const paceless = { idleMs: 2000, graceMs: Number.POSITIVE_INFINITY, leastBytesPerSecond: 0 }
  try {
    for await (const chunk of paced(body, paceless)) {
      bytes += chunk.length
      if (bytes > MOST_READ_AWAY || performance.now() > until) return
    }
  } catch {
    // Gone, or too slow: nobody listens.
  }
}

/** A file taken in, not yet kept. */
export interface Received {
  path: string
  sha256: string
  bytes: number
  head: Buffer
}

/** The next chunk, or a refusal where it does not come in time. */
async function inTime<T>(next: Promise<T>, idleMs: number): Promise<T> {
  const giveUp = new AbortController()
  const late = wait(idleMs, undefined, { signal: giveUp.signal, ref: false }).then(() => {
    throw tooSlow()
  })
  // Whichever of the two comes second is of no interest.
  late.catch(() => {})
  next.catch(() => {})
  try {
    return await Promise.race([next, late])
  } finally {
    giveUp.abort()
  }
}

/** Chunks as they come, refused where they come too slowly or not to their end. */
async function* paced(body: AsyncIterable<Uint8Array>, pace: Pace): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  const started = performance.now()
  let bytes = 0
  let isWaiting = false
  try {
    for (;;) {
      isWaiting = true
      const { value, done } = await inTime(chunks.next(), pace.idleMs)
      isWaiting = false
      if (done) return
      yield value
      bytes += value.length
      const ms = performance.now() - started
      if (ms > pace.graceMs && bytes < (ms / 1000) * pace.leastBytesPerSecond) throw tooSlow()
    }
  } finally {
    const left = chunks.return?.(undefined).catch(() => {})
    // What is still waited for may never come.
    if (!isWaiting) await left
  }
}

const isRefusal = (error: unknown) => error instanceof DomainError
const isOfDisk = (error: unknown) => ['write', 'fsync'].includes((error as NodeJS.ErrnoException).syscall ?? '')

async function writeAll(file: FileHandle, body: AsyncIterable<Uint8Array>, { most, pace }: Limits) {
  const hash = createHash('sha256')
  let bytes = 0
  let head = Buffer.alloc(0)
  for await (const chunk of paced(body, pace)) {
    bytes += chunk.length
    if (bytes > most) throw tooLarge()
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
    hash.update(chunk)
    await file.appendFile(chunk)
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.from(head) }
}

export interface Limits {
  most: number
  pace: Pace
}

/** Writes a body into a file, durably. Whatever stops it leaves no file behind. */
export async function receive(path: string, body: AsyncIterable<Uint8Array>, limits: Limits): Promise<Received> {
  const file = await open(path, 'wx')
  try {
    const written = await writeAll(file, body, limits)
    await file.sync()
    return { path, ...written }
  } catch (error) {
    await rm(path, { force: true })
    // A body that breaks off is the sender's doing, whatever the stream calls it; a disk that takes no more is ours.
    throw isRefusal(error) || isOfDisk(error) ? error : brokenOff()
  } finally {
    await file.close()
  }
}
