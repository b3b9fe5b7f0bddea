import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStoreForReading } from '@lvliang/server/db/open'
import { evidencePath } from '@lvliang/server/store/check-evidence'
import type { Promised } from './crash-writers.ts'

const hashOf = async (path: string) => {
  const bytes = await readFile(path).catch(() => null)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}

/** What was acknowledged and is not there: records with what they say, photos with every byte. */
export async function findBroken(dataDir: string, { records, photos }: Promised): Promise<string[]> {
  const folder = join(dataDir, 'demo')
  const store = await openStoreForReading(folder)
  try {
    const stored = await store.db.selectFrom('record').select(['id', 'centre_code', 'body']).execute()
    const kept = new Map(stored.map(row => [row.id, row]))
    const evidence = await store.db.selectFrom('evidence').select(['id', 'sha256']).execute()
    const listed = new Map(evidence.map(row => [row.id, row.sha256]))
    const broken = records
      .filter(({ id, code, body }) => kept.get(id)?.centre_code !== code || !kept.get(id)?.body.includes(body))
      .map(({ id }) => `record ${id} is lost`)
    for (const { id, sha256 } of photos) {
      if (listed.get(id) !== sha256) broken.push(`photo ${id} is lost`)
      else if ((await hashOf(join(folder, evidencePath(sha256)))) !== sha256) broken.push(`photo ${id} has other bytes`)
    }
    return broken
  } finally {
    await store.close()
  }
}
