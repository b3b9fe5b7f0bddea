import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { lockFile } from '../db/lock.ts'
import { STORE_FILE } from '../db/open.ts'
import { openSnapshot, takeSnapshot } from '../db/snapshot.ts'
import { DomainError } from '../errors.ts'
import { fsyncFolder } from '../lib/fsync.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { evidencePath } from '../store/check-evidence.ts'
import { backupName, clearLeftovers, pruneBackups } from './backup-files.ts'
import { type Inspected, inspectSnapshot } from './inspect-snapshot.ts'
import { type BackupKind, FORMAT, isSetting, type Manifest, type ManifestEntry } from './manifest.ts'
import { onlyLook, readArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

export interface BackupRequest {
  /** The store's folder, `live` or `demo`. Whoever writes there goes on meanwhile. */
  folder: string
  /** Where the archive goes. */
  to: string
  /** When it is made. */
  at: string
  /** How many backups the folder keeps; null: all. */
  keep: number | null
}

export interface MadeBackup {
  file: string
  bytes: number
  manifest: Manifest
  /** Older ones that were deleted. */
  deleted: string[]
}

const cannot = (zh: string, en: string) =>
  new DomainError('backupRefused', `${zh}，未生成备份。 / No backup was made: ${en}.`)

async function hashOf(path: string): Promise<string> {
  const found = createHash('sha256')
  await pipeline(createReadStream(path), found)
  return found.digest('hex')
}

/** Settings are copied first: an anchor of the audit must never know more than the snapshot does. */
function copySettings(folder: string, work: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && isSetting(entry.name))
    .map(entry => entry.name)
    .sort()
  for (const name of names) copyFileSync(join(folder, name), join(work, name))
  return names
}

async function inspect(work: string): Promise<Inspected> {
  const anchors = await readAnchors(work)
  const db = openSnapshot(join(work, STORE_FILE))
  const inspected = await inspectSnapshot(db, anchors).finally(() => db.destroy())
  if (inspected === null) throw cannot('数据库中还没有工作计划', 'the database holds no plan yet')
  const [first] = inspected.findings
  if (first === undefined) return inspected
  const { check, where, what } = first
  throw cannot(
    `数据库有 ${inspected.findings.length} 处问题，请运行 npm run check（${where}）`,
    `the database has ${inspected.findings.length} problems, see npm run check (${check}: ${where}: ${what})`,
  )
}

function bytesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return found.size
  throw cannot(`缺少文件 ${path}`, `${path} is missing`)
}

async function describe(work: string, path: string): Promise<ManifestEntry> {
  const file = join(work, path)
  return { path, bytes: bytesOf(file), sha256: await hashOf(file) }
}

interface Gathered {
  manifest: Manifest
  fileOf(path: string): string
}

/** Everything the archive will hold: the snapshot and the settings as copies, photos and documents where they are. */
async function gather(work: string, { folder, at }: BackupRequest, kind: BackupKind): Promise<Gathered> {
  const settings = copySettings(folder, work)
  takeSnapshot(join(folder, STORE_FILE), join(work, STORE_FILE))
  const { evidence, findings: _, ...heads } = await inspect(work)
  const entries: ManifestEntry[] = []
  for (const path of [STORE_FILE, ...settings]) entries.push(await describe(work, path))
  for (const sha256 of evidence) {
    const path = evidencePath(sha256)
    entries.push({ path, bytes: bytesOf(join(folder, path)), sha256 })
  }
  return {
    manifest: { format: FORMAT, madeAt: at, kind, ...heads, entries },
    fileOf: path => join(path.startsWith('evidence/') ? folder : work, path),
  }
}

/** Named as a backup only once it has been read back whole and is on the disk. */
async function keepVerified({ manifest, fileOf }: Gathered, file: string): Promise<void> {
  const partial = `${file}.partial`
  try {
    await writeArchive(partial, manifest, fileOf)
    await readArchive(partial, onlyLook)
    renameSync(partial, file)
  } finally {
    rmSync(partial, { force: true })
  }
}

async function make(request: BackupRequest, kind: BackupKind): Promise<MadeBackup> {
  const { to, at, keep } = request
  const work = mkdtempSync(join(to, '.making-'))
  try {
    const gathered = await gather(work, request, kind)
    const name = backupName(kind, at)
    const file = join(to, name)
    await keepVerified(gathered, file)
    fsyncFolder(to)
    const deleted = keep === null ? [] : pruneBackups(to, kind, { keep, made: name })
    return { file, bytes: statSync(file).size, manifest: gathered.manifest, deleted }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Makes one verified archive of a store while others write to it. */
export async function backUp(request: BackupRequest): Promise<MadeBackup> {
  const { folder, to } = request
  const kind = basename(resolve(folder)) as BackupKind
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const lock = lockFile(join(to, 'backup.lock.sqlite'), 0)
  if (lock === null) throw cannot(`${to} 中正在生成另一个备份`, `another one is being made in ${to}`)
  try {
    clearLeftovers(to)
    return await make(request, kind)
  } finally {
    lock.release()
  }
}
