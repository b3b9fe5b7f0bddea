import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url))

export interface BuiltServer {
  url: string
  process: ChildProcess
  dataDir: string
  /** Milliseconds from spawning the process to its first 200. */
  readyMs: number
  /** Asks it to stop, removes its data and answers its exit code. */
  stop: () => Promise<number | null>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Starts the built server on a free port over an empty data folder, where it makes the demonstration. */
export async function startBuiltServer(args: string[] = []): Promise<BuiltServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lvliang-e2e-'))
  return serve(dataDir, args)
}

async function serve(dataDir: string, args: string[]): Promise<BuiltServer> {
  const url = `http://127.0.0.1:${await freePort()}`
  const env = { ...process.env, PORT: new URL(url).port, HOST: '127.0.0.1', DATA_DIR: dataDir, NODE_ENV: 'production' }
  const started = performance.now()
  const server = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => (output += chunk))
  while (!(await answers(url))) {
    if (server.exitCode !== null || performance.now() - started > 60_000) {
      server.kill('SIGKILL')
      throw new Error(`the server did not answer:\n${output}`)
    }
    await wait(10)
  }
  const readyMs = performance.now() - started
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    await rm(dataDir, { recursive: true, force: true })
    return server.exitCode
  }
  return { url, process: server, dataDir, readyMs, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
