import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@lvliang/server/app'
import { openData } from '@lvliang/server/open-data'
import { readWorkdays } from '@lvliang/server/plan/read-workdays'
import type { NewRecord } from '@lvliang/shared/centres/record.schema'

/** The records of the demonstration as its file holds them. */
export const demonstrationRecords = readFileSync(
  new URL('../../data/demonstration/demonstration.ndjson', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as NewRecord)

/** The real application over a fresh demonstration; `get` asks it and gives the JSON of a 200. */
export async function openDemonstrationApp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'demonstration-'))
  const data = await openData({ dataDir, clock: { now: () => Date.UTC(2018, 6, 31, 4) }, forceDemonstration: true })
  const app = createApp({ ...data, workdays: readWorkdays() })
  return {
    app,
    async get<T>(path: string): Promise<T> {
      const response = await app.fetch(new Request(`http://localhost${path}`))
      if (response.status !== 200) throw new Error(`${response.status} ${path}: ${await response.text()}`)
      return (await response.json()) as T
    },
    async close() {
      await data.store.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
