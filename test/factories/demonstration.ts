import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openData } from '@lvliang/server/open-data'
import type { NewRecord } from '@lvliang/shared/centres/record.schema'
import { type AppOptions, openTestApp } from './app.ts'

/** The records of the demonstration as its file holds them. */
export const demonstrationRecords = readFileSync(
  new URL('../../data/demonstration/demonstration.ndjson', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as NewRecord)

/** The real application over a fresh demonstration. */
export async function openDemonstrationApp(options: AppOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'demonstration-'))
  const clock = { now: () => Date.UTC(2018, 6, 31, 4) }
  const data = await openData({ dataDir, clock, forceDemonstration: true })
  const opened = await openTestApp({ ...data, clock }, options)
  return {
    ...opened,
    async close() {
      opened.accounts.close()
      await data.store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
