import { Connection, getRequest } from './connection.ts'
import { cpuMicros, residentMegabytes } from './process-stats.ts'

/** What is asked of a server over and over. `path` may differ from request to request. */
export interface Target {
  port: number
  pid: number
  path: (i: number) => string
  headers?: Record<string, string>
  status: number
}

export interface Measured {
  perSecond: number
  p50Ms: number
  p99Ms: number
  cpuMicros: number
  rssMb: number
}

const CONNECTIONS = 4
let asked = 0

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function askUntil(connection: Connection, target: Target, until: number, times: number[]): Promise<void> {
  while (performance.now() < until) {
    const request = getRequest(target.port, target.path(asked++), target.headers)
    const started = performance.now()
    const status = await connection.ask(request)
    times.push(performance.now() - started)
    if (status !== target.status) throw new Error(`${status} instead of ${target.status}: ${target.path(asked - 1)}`)
  }
}

/** Asks a server for a while over a few connections and reads what it cost. */
export async function loadFor(target: Target, milliseconds: number, connections = CONNECTIONS): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(target.port)))
  const times: number[] = []
  const cpuBefore = cpuMicros(target.pid)
  const started = performance.now()
  await Promise.all(open.map(connection => askUntil(connection, target, started + milliseconds, times)))
  const seconds = (performance.now() - started) / 1000
  const cpu = cpuMicros(target.pid) - cpuBefore
  for (const connection of open) connection.close()
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    cpuMicros: cpu / times.length,
    rssMb: residentMegabytes(target.pid),
  }
}

/** Asks one client's requests one after another: the time of each, in milliseconds, sorted. */
export async function askInTurn(target: Target, requests: number): Promise<number[]> {
  const connection = await Connection.open(target.port)
  const times: number[] = []
  for (let i = 0; i < requests; i++) {
    const started = performance.now()
    const status = await connection.ask(getRequest(target.port, target.path(i), target.headers))
    times.push(performance.now() - started)
    if (status !== target.status) throw new Error(`${status} instead of ${target.status}: ${target.path(i)}`)
  }
  connection.close()
  return times.sort((a, b) => a - b)
}
