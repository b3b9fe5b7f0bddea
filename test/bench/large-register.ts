import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { makeLeader } from '../e2e/support/sign-in.ts'
import { askInTurn } from './load.ts'
import { peakMegabytes, residentMegabytes } from './process-stats.ts'

const ROWS = 10_000
const REQUESTS = 500
const CEILINGS = { loadSeconds: 10, loadMb: 400, p99Ms: 25 }

const built = (name: string) => fileURLToPath(new URL(`../../server/dist/register/${name}.command.js`, import.meta.url))

/** Runs a built command to its end: seconds and the most memory it held. */
async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const started = performance.now()
  const child = spawn(process.execPath, [built(command), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakMegabytes(child.pid ?? 0))
  }, 25)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
  return { seconds: (performance.now() - started) / 1000, peakMb }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

function printTimes(name: string, sorted: readonly number[]): boolean {
  const p99 = at(sorted, 0.99)
  const reached = p99 <= CEILINGS.p99Ms
  console.log(
    `  ${name.padEnd(18)} p50 ${at(sorted, 0.5).toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  max ${(sorted.at(-1) ?? 0).toFixed(2)} ms  ceiling ${CEILINGS.p99Ms} ms: ${reached ? 'kept' : 'BROKEN'}`,
  )
  return reached
}

/** Loads a register of 10,000 rows, serves it and reads it. True where every ceiling is kept. */
export async function benchLargeRegister(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-register-'))
  try {
    const file = join(folder, 'register.csv')
    await run('synthesize', [String(ROWS), file])
    const load = await run('load', [file, '--as-of', '2018-12-31'], { DATA_DIR: folder })
    const small = load.seconds <= CEILINGS.loadSeconds && load.peakMb <= CEILINGS.loadMb
    console.log(
      `register of ${ROWS} rows: loaded in ${load.seconds.toFixed(1)} s with at most ${load.peakMb.toFixed(0)} MB (ceilings ${CEILINGS.loadSeconds} s, ${CEILINGS.loadMb} MB): ${small ? 'kept' : 'BROKEN'}`,
    )
    return (await readBack(folder)) && small
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readBack(dataDir: string): Promise<boolean> {
  const signIn = makeLeader(dataDir)
  const server = await startBuiltServer(dataDir)
  const headers = { cookie: await signIn(server.url) }
  const target = { port: Number(new URL(server.url).port), pid: server.process.pid ?? 0, status: 200, headers }
  try {
    console.log(`  first 200 after ${server.readyMs.toFixed(0)} ms`)
    const pages = await cursorsOf(server.url, headers)
    const list = await askInTurn({ ...target, path: i => pages[i % pages.length] as string }, REQUESTS)
    const summary = await askInTurn({ ...target, path: () => '/api/summary' }, REQUESTS)
    const kept = [printTimes('list page of 100', list), printTimes('summary', summary)].every(Boolean)
    console.log(`  ${residentMegabytes(target.pid).toFixed(0)} MB RSS while serving`)
    return kept
  } finally {
    await server.stop()
  }
}

/** The addresses of pages of 100, one after another through the whole list. */
async function cursorsOf(url: string, headers: Record<string, string>): Promise<string[]> {
  const pages = ['/api/centres?limit=100']
  // Found with another page size, so that the pages measured have not been made yet.
  let cursor: string | null = null
  do {
    const path: string = `/api/centres?limit=500${cursor ? `&cursor=${cursor}` : ''}`
    const page = (await (await fetch(url + path, { headers })).json()) as { nextCursor: string | null }
    cursor = page.nextCursor
    if (cursor) pages.push(`/api/centres?limit=100&cursor=${cursor}`)
  } while (cursor)
  return pages
}
