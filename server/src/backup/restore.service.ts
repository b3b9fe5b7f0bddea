import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isSwapping, resumeSwap, type SwapStep, swapFolders } from '../db/folder-swap.ts'
import { lockForWriting, type WriterLock } from '../db/lock.ts'
import { openStoreForReading, type Store } from '../db/open.ts'
import { DomainError } from '../errors.ts'
import { fsyncFile, fsyncFolder } from '../lib/fsync.ts'
import { appendAudit, CONSOLE } from '../store/append-audit.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { checkEvidence } from '../store/check-evidence.ts'
import { checkStore } from '../store/check-store.ts'
import { stampOf } from './backup-files.ts'
import { readHeads } from './inspect-snapshot.ts'
import type { BackupKind, Manifest } from './manifest.ts'
import { readArchive, readHead, refuse, type TakeEntry } from './read-archive.ts'

export type RestoreStep = 'extracted' | 'checked' | SwapStep

export interface RestoreRequest {
  file: string
  dataDir: string
  at: string
  /** Everything but the swap. */
  isDryRun: boolean
  say(line: string): void
  onStep?(step: RestoreStep): void
}

export interface Restored {
  manifest: Manifest
  folder: string
  /** Where what was there is kept; null: there was nothing. */
  kept: string | null
}

const takeInto =
  (folder: string): TakeEntry =>
  async ({ path }, content) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    await pipeline(content, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  }

/** Rules, audit, photos and documents, and that it is the database the manifest speaks of. */
async function check({ db, folder }: Store, manifest: Manifest): Promise<void> {
  const heads = await readHeads(db)
  const { recordSeq, audit } = manifest
  if (heads?.recordSeq !== recordSeq || heads.audit.seq !== audit.seq || heads.audit.hash !== audit.hash) {
    throw refuse('数据库与清单不符', 'its database is not the one its manifest speaks of')
  }
  const findings = [...(await checkStore(db, await readAnchors(folder))), ...(await checkEvidence(db, folder))]
  if (findings.length === 0) return
  const lines = findings.slice(0, 10).map(({ check, where, what }) => `  ${check}: ${where}: ${what}`)
  const { code, message } = refuse(`数据有 ${findings.length} 处问题`, `its data have ${findings.length} problems`)
  throw new DomainError(code, [message, ...lines].join('\n'))
}

/** Who had signed out since would be signed in again, and a used link could be used once more: neither comes back. */
async function settle({ db }: Store, { file, at }: RestoreRequest, { madeAt, recordSeq }: Manifest): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('session').execute()
    await trx.deleteFrom('verification').execute()
    const after = { file: basename(file), madeAt, records: recordSeq }
    await appendAudit(trx, { at, actor: CONSOLE, operation: 'restoreBackup', subject: 'backup', after })
  })
}

function fsyncAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) fsyncAll(path)
    else fsyncFile(path)
  }
  fsyncFolder(folder)
}

/** Puts the whole of an archive into a new folder, proven and on the disk. */
async function prepare(folder: string, request: RestoreRequest): Promise<Manifest> {
  request.say('读取并核对备份…… / Reading and verifying the backup…')
  const manifest = await readArchive(request.file, takeInto(folder))
  request.onStep?.('extracted')
  request.say('检查数据…… / Checking the data…')
  const store = await openStoreForReading(folder)
  try {
    await check(store, manifest)
    await settle(store, request, manifest)
  } finally {
    await store.close()
  }
  fsyncAll(folder)
  request.onStep?.('checked')
  return manifest
}

const LEFTOVER = /^(live|demo)\.restoring-/

/** What a restore that was cut short before its swap has left behind. */
function clearLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (LEFTOVER.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

/** Nobody writes into what is to be replaced; null where there is nothing. */
const lockOld = (folder: string): WriterLock | null => (existsSync(folder) ? lockForWriting(folder, 0) : null)

/** Prepares the new folder and puts it in the place of the old; until its swap is written down, nothing is touched. */
async function replace(folder: string, request: RestoreRequest): Promise<Restored> {
  const { dataDir, at, isDryRun, onStep } = request
  const kind = basename(folder) as BackupKind
  const swap = { folder: kind, incoming: `${kind}.restoring-${stampOf(at)}`, kept: `${kind}.before-${stampOf(at)}` }
  const incoming = join(dataDir, swap.incoming)
  let lock = lockOld(folder)
  try {
    mkdirSync(incoming, { mode: 0o700 })
    const manifest = await prepare(incoming, request)
    // A register may have been loaded meanwhile.
    lock ??= lockOld(folder)
    const kept = lock === null ? null : join(dataDir, swap.kept)
    if (existsSync(join(dataDir, swap.kept))) throw refuse(`已有 ${swap.kept}`, `there is ${swap.kept} already`)
    if (!isDryRun) swapFolders(dataDir, swap, onStep)
    return { manifest, folder, kept }
  } finally {
    lock?.release()
    if (!isSwapping(dataDir)) rmSync(incoming, { recursive: true, force: true })
  }
}

/** Replaces a folder of the data by what a backup holds: wholly, or not at all. */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { file, dataDir } = request
  const { kind } = await readHead(file)
  mkdirSync(dataDir, { recursive: true })
  const lock = lockForWriting(dataDir, 0)
  try {
    resumeSwap(dataDir)
    clearLeftovers(dataDir)
    return await replace(join(dataDir, kind), request)
  } finally {
    lock.release()
  }
}
