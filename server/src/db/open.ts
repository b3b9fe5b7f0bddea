import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { DomainError } from '../errors.ts'
import { type AtOnce, atOnceOn } from './at-once.ts'
import { openConnection } from './connection.ts'
import { ImmediateSqliteDialect } from './immediate-dialect.ts'
import { keepInserts } from './keep-inserts.ts'
import { lockForWriting } from './lock.ts'
import { migrate } from './migrate.ts'
import type { Db, Tables } from './tables.ts'

export const STORE_FILE = 'store.sqlite'
/** Heads of the audit chain, a line each, written now and then: they belong to the database beside them. */
export const ANCHORS_FILE = 'audit-anchors.ndjson'

const FILES = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`, ANCHORS_FILE, 'evidence', 'derived']

export interface Store {
  readonly folder: string
  readonly db: Db
  readonly atOnce: AtOnce
  close(): Promise<void>
}

export const storeExists = (folder: string): boolean => existsSync(join(folder, STORE_FILE))

export interface OpenOptions {
  /** How long to wait for another writer to go. */
  retryMs?: number
  /** Asked once the folder is ours: whether to throw away what it holds and begin anew. */
  isStale?: () => boolean
}

/** Opens a data folder as its only writer: folder made when absent, schema brought up to date. */
export async function openStore(folder: string, { retryMs, isStale }: OpenOptions = {}): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const lock = lockForWriting(folder, retryMs)
  try {
    if (isStale?.()) for (const name of FILES) rmSync(join(folder, name), { force: true, recursive: true })
    const store = await openFile(folder)
    return {
      ...store,
      async close() {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Opens a data folder beside whoever writes it. The caller only reads. */
export async function openStoreForReading(folder: string): Promise<Store> {
  if (!storeExists(folder)) {
    throw new DomainError('storeEmpty', `${folder} 中没有数据库。 / There is no database in ${folder}.`)
  }
  return openFile(folder)
}

async function openFile(folder: string): Promise<Store> {
  const connection = openConnection(join(folder, STORE_FILE))
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: keepInserts(connection) }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    connection.close()
    throw error
  }
  return { folder, db, atOnce: atOnceOn(db, connection), close: () => db.destroy() }
}
