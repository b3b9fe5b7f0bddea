import { statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DomainError } from '../errors.ts'

const RETRY_MS = 5000

export interface WriterLock {
  release(): void
}

/**
 * Makes this process the only writer of a data folder: an exclusive transaction stays open on a side file. The
 * operating system ends it with the process, so a crash leaves nothing to clean up.
 */
export function lockForWriting(folder: string, retryMs = RETRY_MS): WriterLock {
  const lock = lockFile(join(folder, 'writer.lock.sqlite'), retryMs)
  if (lock === null) throw lockedError(folder)
  return lock
}

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino

/** The one lock on a side file; null where another process has it, or where the file was put aside meanwhile. */
export function lockFile(path: string, retryMs: number): WriterLock | null {
  const before = inodeOf(path)
  const side = new Sqlite(path, { timeout: retryMs })
  try {
    // A journal beside it would be looked for by a name that a restore has changed meanwhile.
    side.pragma('journal_mode = memory')
    side.exec('begin exclusive')
  } catch (error) {
    side.close()
    if (isBusy(error)) return null
    throw error
  }
  const isPutAside = before !== undefined && inodeOf(path) !== before
  if (isPutAside) side.close()
  return isPutAside ? null : lockOf(side)
}

function lockOf(side: Sqlite.Database): WriterLock {
  return {
    release() {
      side.exec('rollback')
      side.close()
    },
  }
}

const isBusy = (error: unknown) => error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')

const lockedError = (folder: string) =>
  new DomainError(
    'storeLocked',
    `数据目录正被另一个进程使用：${folder}。请先停止正在运行的服务或导入程序。 / ` +
      `Another process is writing to ${folder}. Stop the running server or loader first.`,
  )
