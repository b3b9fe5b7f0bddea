import { randomBytes } from 'node:crypto'

const COUNTER_BITS = 0xffff_ffff

/**
 * Makes UUIDs of version 7 that sort in the order they are made (RFC 9562, 5.7 and 6.2 method 1): rows added to the
 * end of an index cost a fraction of rows strewn over it.
 */
export function createOrderedIds(epochMs: number): () => string {
  const time = epochMs.toString(16).padStart(12, '0')
  let counter = 0
  let random = randomBytes(0)
  return () => {
    const used = counter % 1024
    if (used === 0) random = randomBytes(4 * 1024)
    const count = (counter & COUNTER_BITS).toString(16).padStart(8, '0')
    counter += 1
    const tail = random
      .readUInt32BE(used * 4)
      .toString(16)
      .padStart(8, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3, 6)}-${count.slice(6)}00${tail}`
  }
}
