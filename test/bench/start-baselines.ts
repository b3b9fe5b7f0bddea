import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Sample } from './baseline-server.ts'

const CONNECTION_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

/** One answer of the program, with the headers it chose. */
async function takeSample(url: string, path: string, headers: Record<string, string>): Promise<Sample> {
  const response = await fetch(url + path, { headers: { ...headers, 'accept-encoding': 'identity' } })
  if (response.status !== 200) throw new Error(`${response.status} ${path}`)
  const chosen = Object.fromEntries([...response.headers].filter(([name]) => !CONNECTION_HEADERS.has(name)))
  return { path, body: Buffer.from(await response.arrayBuffer()).toString('base64'), headers: chosen }
}

/** Starts a process of baselines that repeats the program's own answers. */
export async function startBaselines(url: string, paths: readonly string[], headers: Record<string, string>) {
  const samples: Sample[] = []
  for (const path of paths) samples.push(await takeSample(url, path, headers))
  const child = fork(fileURLToPath(new URL('./baseline-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  child.send(samples)
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    pid: child.pid ?? 0,
    etags: samples.map(({ headers }) => headers.etag ?? ''),
    stop: () => child.kill(),
  }
}
