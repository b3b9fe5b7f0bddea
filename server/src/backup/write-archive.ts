import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack as packTar } from 'tar-stream'
import { DomainError } from '../errors.ts'
import { MANIFEST, type Manifest, type ManifestEntry, writeManifest } from './manifest.ts'

/** After so much the disk takes what was written: a long backlog would hold up the fsync of whoever writes beside. */
const FLUSH_BYTES = 4 * 1024 * 1024

const damaged = (path: string) =>
  new DomainError(
    'backupRefused',
    `${path} 的内容与其 SHA-256 不符，未生成备份；请从较早的备份中取回该文件。 / ` +
      `${path} is not what its SHA-256 says; no backup was made. Take the file from an earlier one.`,
  )

/** Adds one file; its content must be what the manifest says. */
async function addFile(pack: Pack, { path, bytes, sha256 }: ManifestEntry, file: string, mtime: Date): Promise<void> {
  const found = createHash('sha256')
  async function* hashed(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      found.update(chunk)
      yield chunk
    }
  }
  await pipeline(createReadStream(file), hashed, pack.entry({ name: path, size: bytes, mode: 0o600, mtime }))
  if (found.digest('hex') !== sha256) throw damaged(file)
}

async function addAll(pack: Pack, manifest: Manifest, fileOf: (path: string) => string): Promise<void> {
  const mtime = new Date(manifest.madeAt)
  pack.entry({ name: MANIFEST, mode: 0o600, mtime }, writeManifest(manifest))
  for (const entry of manifest.entries) await addFile(pack, entry, fileOf(entry.path), mtime)
  pack.finalize()
}

async function writeAll(pack: Pack, handle: FileHandle): Promise<void> {
  let waiting = 0
  for await (const chunk of pack as AsyncIterable<Buffer>) {
    await handle.writeFile(chunk)
    waiting += chunk.length
    if (waiting < FLUSH_BYTES) continue
    await handle.datasync()
    waiting = 0
  }
  await handle.sync()
}

/** Writes an archive: the manifest, then every file it names, in its order. On the disk when done. */
export async function writeArchive(archive: string, manifest: Manifest, fileOf: (path: string) => string) {
  const pack = packTar()
  const handle = await open(archive, 'wx', 0o600)
  const stop = (error: Error) => {
    pack.destroy(error)
    throw error
  }
  try {
    const [added] = await Promise.allSettled([
      addAll(pack, manifest, fileOf).catch(stop),
      writeAll(pack, handle).catch(stop),
    ]).then(outcomes => outcomes.filter(outcome => outcome.status === 'rejected'))
    if (added) throw added.reason
  } finally {
    await handle.close()
  }
}
