import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuiltServer, startBuiltServer } from './built-server.ts'
import { test as base } from './test.ts'

interface Fixtures {
  own: BuiltServer
  baseUrl: string
}

/** Tests with a server of their own: what they write is counted nowhere else. */
export const test = base.extend<Fixtures>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameter's names
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'lvliang-own-'))
      const server = await startBuiltServer(dataDir)
      await use(server)
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'file' },
  ],
  baseUrl: ({ own }, use) => use(own.url),
})
