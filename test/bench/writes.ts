import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { Connection, jsonRequest } from './connection.ts'
import { cpuMicros } from './process-stats.ts'

const ROUNDS = 9
/** What a server has written within its first hours: by then its code runs as fast as it will. */
const WARM_UP = 6000
const FLOOR = 0.5
interface Mode {
  name: string
  connections: number
  writes: number
}

const MODES: readonly Mode[] = [
  { name: 'one after the other', connections: 1, writes: 300 },
  { name: '8 connections', connections: 8, writes: 600 },
]

/** A county's clerk, and the centres she writes, each with the version she knows. */
interface Clerk {
  cookie: string
  centres: { code: string; version: number }[]
}

interface Server {
  port: number
  pid: number
  /** The next write of a connection, as it stands on the wire. */
  request(clerk: Clerk, body: object): string
}

interface Measured {
  perSecond: number
  p50Ms: number
  p99Ms: number
  cpuMicros: number
}

const NOTE = 'The mason comes on Monday, the bricks lie under the shed beside the school. '.repeat(3)
const bodyOf = (i: number) => ({ id: randomUUID(), facts: { note: `${i}: ${NOTE}`, leader: `Officer ${i % 7}` } })

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const spread = (values: readonly number[], digits: number) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} … ${Math.max(...values).toFixed(digits)})`

async function readClerks(url: string): Promise<Clerk[]> {
  const leader = { cookie: await signInToDemonstration(url) }
  const answer = await fetch(`${url}/api/centres?limit=500`, { headers: leader })
  const { items } = (await answer.json()) as { items: { code: string; countyCode: string; version: number }[] }
  const counties = [...new Set(items.map(({ countyCode }) => countyCode))]
  const clerks: Clerk[] = []
  for (const county of counties) {
    const cookie = await signInToDemonstration(url, 'county', county)
    clerks.push({ cookie, centres: items.filter(({ countyCode }) => countyCode === county) })
  }
  return clerks
}

async function startBare(): Promise<Server & { stop(): void }> {
  const child = fork(fileURLToPath(new URL('./bare-writes-server.ts', import.meta.url)), {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    pid: child.pid ?? 0,
    request: ({ centres }, body) =>
      jsonRequest('PATCH', { port, path: `/written/${centres[0]?.code}` }, { headers: {}, body }),
    stop: () => child.disconnect(),
  }
}

/** A write as a browser sends it: a real session, the version it was made from, the site it comes from. */
function changeCentre(port: number): Server['request'] {
  return ({ cookie, centres }, body) => {
    const centre = centres.shift() as Clerk['centres'][number]
    centres.push(centre)
    const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'if-match': `"${centre.version++}"` }
    return jsonRequest('PATCH', { port, path: `/api/centres/${centre.code}` }, { headers, body })
  }
}

async function write(server: Server, clerks: readonly Clerk[], mode: Mode): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: mode.connections }, () => Connection.open(server.port)))
  const times: number[] = []
  let sent = 0
  async function turn(connection: Connection, lane: number) {
    // Each lane has clerks of its own: nobody is ahead of anybody.
    const own = clerks.filter((_, i) => i % mode.connections === lane)
    for (let i = 0; sent < mode.writes; i++) {
      const request = server.request(own[i % own.length] as Clerk, bodyOf(sent++))
      const started = performance.now()
      const status = await connection.ask(request)
      times.push(performance.now() - started)
      if (status !== 201) throw new Error(`${status} instead of 201`)
    }
  }
  const cpu = cpuMicros(server.pid)
  const started = performance.now()
  await Promise.all(open.map(turn))
  const perSecond = (times.length * 1000) / (performance.now() - started)
  for (const connection of open) connection.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99), cpuMicros: (cpuMicros(server.pid) - cpu) / times.length }
}

function printSide(name: string, rounds: readonly Measured[]): void {
  const of = (pick: (round: Measured) => number, digits: number) => median(rounds.map(pick)).toFixed(digits)
  const perSecond = rounds.map(round => round.perSecond)
  console.log(
    `  ${name.padEnd(8)} ${spread(perSecond, 0)} writes/s  p50 ${of(r => r.p50Ms, 2)} ms  p99 ${of(r => r.p99Ms, 2)} ms  ${of(r => r.cpuMicros, 0)} µs CPU`,
  )
}

function printMode(name: string, ours: readonly Measured[], bare: readonly Measured[]): boolean {
  const ratios = ours.map((round, i) => round.perSecond / (bare[i]?.perSecond ?? 1))
  const reached = median(ratios) >= FLOOR
  console.log(`${name}: ${spread(ratios, 2)} × bare  floor ${FLOOR}: ${reached ? 'reached' : 'MISSED'}`)
  printSide('ours', ours)
  printSide('bare', bare)
  return reached
}

/**
 * A durable write (record, state and audit; session, version and rules) beside a bare insert of the same body over
 * Hono, by turns, each server a process of its own. True where the floor is reached.
 */
export async function benchWrites(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-writes-'))
  const server = await startBuiltServer(dataDir)
  const bare = await startBare()
  const port = Number(new URL(server.url).port)
  const ours: Server = { port, pid: server.process.pid ?? 0, request: changeCentre(port) }
  const results = MODES.map(() => ({ ours: [] as Measured[], bare: [] as Measured[] }))
  try {
    const clerks = await readClerks(server.url)
    for (const server of [ours, bare]) await write(server, clerks, { name: 'warm-up', connections: 1, writes: WARM_UP })
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, mode] of MODES.entries()) {
        const measured = { ours: await write(ours, clerks, mode), bare: await write(bare, clerks, mode) }
        results[i]?.ours.push(measured.ours)
        results[i]?.bare.push(measured.bare)
      }
    }
  } finally {
    bare.stop()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  console.log(
    `durable writes of ${JSON.stringify(bodyOf(100)).length} bytes: ${ROUNDS} rounds by turns, median (min … max)`,
  )
  return MODES.map(({ name }, i) => printMode(name, results[i]!.ours, results[i]!.bare)).every(Boolean)
}
