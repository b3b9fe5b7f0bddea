import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../db/tables.ts'
import type { Finding } from './check-store.ts'

/** Where a photo or document is kept, from its store's folder. */
export const evidencePath = (sha256: string): string => `evidence/${sha256.slice(0, 2)}/${sha256}`

/** The SHA-256 of every file the database names, each once, in order. */
export async function listEvidenceFiles(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('evidence').select('sha256').distinct().orderBy('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
}

async function hashOf(path: string): Promise<string> {
  const found = createHash('sha256')
  await pipeline(createReadStream(path), found)
  return found.digest('hex')
}

async function faultOf(path: string, sha256: string): Promise<string | null> {
  try {
    return (await hashOf(path)) === sha256 ? null : 'is not what its SHA-256 says'
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`
  }
}

/** Photos and documents that are missing or not what they were. */
export async function checkEvidence(db: Db, folder: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const sha256 of await listEvidenceFiles(db)) {
    const where = evidencePath(sha256)
    const what = await faultOf(join(folder, where), sha256)
    if (what !== null) findings.push({ check: 'evidence', where, what })
  }
  return findings
}
