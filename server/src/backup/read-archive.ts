import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import { DomainError } from '../errors.ts'
import {
  archiveBytes,
  isLaterFormat,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  MOST_MANIFEST_BYTES,
  parseManifest,
} from './manifest.ts'

type Entry = AsyncIterable<Buffer> & { header: Header }

/** Takes the content of one entry as it comes. Nothing of it is vouched for before {@link readArchive} is done. */
export type TakeEntry = (entry: ManifestEntry, content: AsyncIterable<Buffer>) => Promise<void>

export const refuse = (zh: string, en: string) =>
  new DomainError('backupRefused', `备份文件不可用：${zh}。 / The backup is of no use: ${en}.`)

const isFile = ({ header }: Entry) => header.type === 'file' || header.type === 'contiguous-file'

async function readWhole(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

async function readManifest(entry: Entry): Promise<{ manifest: Manifest; manifestBytes: number }> {
  const { name, size } = entry.header
  if (name !== MANIFEST || !isFile(entry)) throw refuse('缺少清单', 'it does not begin with a manifest')
  if (size > MOST_MANIFEST_BYTES) throw refuse('清单过大', 'its manifest is too large')
  const json = parseJson(await readWhole(entry))
  if (isLaterFormat(json)) throw refuse('由更新版本的程序生成，请升级程序', 'a newer version made it; please upgrade')
  const manifest = parseManifest(json)
  if (manifest === null) throw refuse('清单被改动或损坏', 'its manifest is not what was written')
  return { manifest, manifestBytes: size }
}

/** Passes content on and holds it against what the manifest says of it. */
async function* held({ path, sha256 }: ManifestEntry, content: AsyncIterable<Buffer>) {
  const found = createHash('sha256')
  for await (const chunk of content) {
    found.update(chunk)
    yield chunk
  }
  if (found.digest('hex') !== sha256) throw refuse(`${path} 的 SHA-256 不符`, `${path} is not what its SHA-256 says`)
}

/** The entries must be those of the manifest, one by one, in its order. */
function expectEntry(entry: Entry, expected: ManifestEntry | undefined): ManifestEntry {
  const { name, size } = entry.header
  if (expected === undefined || name !== expected.path || !isFile(entry)) {
    throw refuse(`有清单之外的内容 ${name}`, `it holds ${name}, which its manifest does not name there`)
  }
  if (size !== expected.bytes) throw refuse(`${name} 的大小不符`, `${name} is not as large as its manifest says`)
  return expected
}

const empty = () => refuse('空文件或不是 tar', 'it is empty, or no tar archive')

async function readEntries(entries: AsyncIterable<Entry>, take: TakeEntry) {
  let read: Awaited<ReturnType<typeof readManifest>> | null = null
  let next = 0
  for await (const entry of entries) {
    if (read === null) {
      read = await readManifest(entry)
      continue
    }
    const expected = expectEntry(entry, read.manifest.entries[next++])
    await take(expected, held(expected, entry))
  }
  if (read === null) throw empty()
  const missing = read.manifest.entries[next]
  if (missing) throw refuse(`缺少 ${missing.path}`, `${missing.path} is missing`)
  return read
}

const isForeign = (error: unknown) => !(error instanceof DomainError) && !(error as NodeJS.ErrnoException).syscall

/** Runs an archive through; whatever the unpacking itself complains of is one refusal. */
async function unpack<T>(archive: string, read: (entries: AsyncIterable<Entry>) => Promise<T>): Promise<T> {
  const unpacking = extract()
  const fed = pipeline(createReadStream(archive), unpacking).then(
    () => null,
    (error: unknown) => error,
  )
  try {
    return await read(unpacking as unknown as AsyncIterable<Entry>)
  } catch (error) {
    throw isForeign(error) ? refuse('不是完整的 tar', `no whole tar archive (${(error as Error).message})`) : error
  } finally {
    unpacking.destroy()
    await fed
  }
}

/** The manifest alone, as it stands at the beginning; nothing else of the archive is vouched for. */
export function readHead(archive: string): Promise<Manifest> {
  return unpack(archive, async entries => {
    for await (const entry of entries) return (await readManifest(entry)).manifest
    throw empty()
  })
}

/**
 * Reads an archive through. Throws `backupRefused` unless it is, to the byte, what was written: the manifest, then
 * every file it names, nothing else, each of its length and SHA-256.
 */
export async function readArchive(archive: string, take: TakeEntry): Promise<Manifest> {
  const { size } = await stat(archive)
  const { manifest, manifestBytes } = await unpack(archive, entries => readEntries(entries, take))
  if (archiveBytes(manifestBytes, manifest) !== size) throw refuse('长度不符', 'it is too short or too long')
  return manifest
}

/** Takes nothing, only looks. */
export const onlyLook: TakeEntry = async (_, content) => {
  for await (const _chunk of content);
}
