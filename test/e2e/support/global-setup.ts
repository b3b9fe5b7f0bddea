import type { TestProject } from 'vitest/node'
import { startBuiltServer } from './built-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
  }
}

/** One built server over the demonstration for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startBuiltServer()
  project.provide('baseUrl', server.url)
  return async () => {
    await server.stop()
  }
}
