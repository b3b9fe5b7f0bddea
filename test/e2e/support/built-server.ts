import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../server/dist/server.js', import.meta.url))

export interface BuiltServer {
  url: string
  process: ChildProcess
  /** Milliseconds from starting the process to its first 200. */
  readyMs: number
  /** All it has printed so far. */
  output: () => string
  /** Asks it to stop and answers its exit code. */
  stop: () => Promise<number | null>
}

/** Starts the built server on a free port over a data folder; in an empty one it makes the demonstration. */
export async function startBuiltServer(dataDir: string, settings: Record<string, string> = {}): Promise<BuiltServer> {
  const port = settings.PORT ?? `${await freePort()}`
  const url = `http${settings.TLS_CERT ? 's' : ''}://127.0.0.1:${port}`
  const env = { ...process.env, HOST: '127.0.0.1', DATA_DIR: dataDir, NODE_ENV: 'production', ...settings, PORT: port }
  const started = performance.now()
  const server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      printed += text
    })
  }
  while (!(await answers(url))) {
    if (server.exitCode === null && performance.now() - started < 60_000) {
      await wait(5)
      continue
    }
    server.kill('SIGKILL')
    throw new Error(`the server did not answer:\n${printed}`)
  }
  const readyMs = performance.now() - started
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    return server.exitCode
  }
  return { url, process: server, readyMs, output: () => printed, stop }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function answers(url: string): Promise<boolean> {
  const request = url.startsWith('https:') ? https.get(url, { rejectUnauthorized: false }) : http.get(url)
  try {
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    response.resume()
    return response.statusCode === 200
  } catch {
    return false
  }
}
