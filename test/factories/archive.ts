import { createReadStream, createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { extract, type Header, pack } from 'tar-stream'

export interface Packed {
  name: string
  body: Buffer
  type?: Header['type']
  linkname?: string
}

/** What an archive holds, in order. */
export async function unpackAll(file: string): Promise<Packed[]> {
  const entries: Packed[] = []
  const unpacking = extract()
  createReadStream(file).pipe(unpacking as never)
  for await (const entry of unpacking) entries.push({ name: entry.header.name, body: await buffer(entry as never) })
  return entries
}

/** Writes an archive of whatever it is given, right or wrong. */
export async function packAll(file: string, entries: readonly Packed[]): Promise<void> {
  const packing = pack()
  const written = finished((packing as never as NodeJS.ReadableStream).pipe(createWriteStream(file)))
  for (const { body, ...header } of entries) {
    if (header.type === undefined || header.type === 'file') packing.entry(header, body)
    else packing.entry(header)
  }
  packing.finalize()
  await written
}
