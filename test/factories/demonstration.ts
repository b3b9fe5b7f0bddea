import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../server/src/app.ts'
import { openData } from '../../server/src/open-data.ts'
import { readWorkdays } from '../../server/src/plan/read-workdays.ts'
import type { NewRecord } from '../../shared/src/centres/record.schema.ts'

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
