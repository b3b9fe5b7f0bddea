import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditAnchor, auditAnchorSchema } from '@lvliang/shared/audit/audit.schema'
import { ANCHORS_FILE, type Store } from '../db/open.ts'
import { findAuditHead } from './append-audit.ts'

const pathIn = (folder: string) => join(folder, ANCHORS_FILE)

async function readText(folder: string): Promise<string> {
  return existsSync(pathIn(folder)) ? readFile(pathIn(folder), 'utf8') : ''
}

/** A line torn by a loss of power was never promised: it is passed over. */
function parseLine(line: string): AuditAnchor[] {
  try {
    return [auditAnchorSchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

const parse = (text: string): AuditAnchor[] => text.split('\n').flatMap(parseLine)

/** The heads of the chain kept beside a database, oldest first. */
export const readAnchors = async (folder: string): Promise<AuditAnchor[]> => parse(await readText(folder))

async function sync(path: string, append = ''): Promise<void> {
  const handle = await open(path, append === '' ? 'r' : 'a')
  try {
    if (append !== '') await handle.appendFile(append)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps the head of the chain beside the database where it moved since the last time; null where it did not. */
export async function keepAnchor(
  { db, folder }: Pick<Store, 'db' | 'folder'>,
  at: string,
): Promise<AuditAnchor | null> {
  const { seq, hash } = await findAuditHead(db)
  const text = await readText(folder)
  const last = parse(text).at(-1)
  if (seq === 0 || (last?.seq === seq && last.hash === hash)) return null
  const anchor = { seq, hash, at }
  const isTorn = text !== '' && !text.endsWith('\n')
  await sync(pathIn(folder), `${isTorn ? '\n' : ''}${JSON.stringify(anchor)}\n`)
  // A new file outlives a loss of power only with its folder; Windows does that by itself and opens no folder.
  if (text === '' && process.platform !== 'win32') await sync(folder)
  return anchor
}
