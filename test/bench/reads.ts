import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eachDay } from '@lvliang/shared/dates/calendar-date'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { loadFor, type Measured, type Target } from './load.ts'
import { startBaselines } from './start-baselines.ts'

const ROUNDS = 5
const ROUND_MS = 1000

interface Case {
  name: string
  ours: Target
  baseline: Target
  baselineName: string
  /** The least of the baseline's requests a second that ours must reach. */
  floor: number | null
}

const PATHS = ['/api/centres', '/api/centres?county=141124', '/api/centres/LL2018-034', '/api/summary']
const NAMES = ['list of 90', 'one county', 'one centre', 'summary']
const DAYS = eachDay('2018-01-01', '2018-12-31')

/** Each time another day, and another instant of knowledge, so that no answer has been made before. */
const newDay = (i: number) => {
  const milliseconds = String(i % 1000).padStart(3, '0')
  const seconds = String(Math.floor(i / 1000) % 60).padStart(2, '0')
  return `/api/centres?asOf=${DAYS[(i * 37) % DAYS.length]}&knownAt=2018-12-31T15:59:${seconds}.${milliseconds}Z`
}

type Server = { port: number; pid: number; headers: Record<string, string> }

function casesOf(ours: Server, baselines: Server & { etags: readonly string[] }): Case[] {
  const at = (server: Server, path: string, headers = {}, status = 200): Target => ({
    ...server,
    path: () => path,
    headers: { ...server.headers, ...headers },
    status,
  })
  const known = { 'if-none-match': baselines.etags[0] ?? '' }
  return [
    ...PATHS.map((path, i) => ({
      name: NAMES[i] as string,
      ours: at(ours, path),
      baseline: at(baselines, `/bytes/${i}`),
      baselineName: 'c.body(Buffer)',
      floor: i === 0 ? 0.6 : null,
    })),
    {
      name: 'list of 90, unchanged',
      ours: at(ours, PATHS[0] as string, known, 304),
      baseline: at(baselines, '/unchanged/0', known, 304),
      baselineName: 'constant 304',
      floor: 0.6,
    },
    {
      name: 'list of 90, a new asOf each',
      ours: { ...ours, path: newDay, status: 200 },
      baseline: at(baselines, '/object/0'),
      baselineName: 'c.json(object)',
      floor: 0.3,
    },
  ]
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const range = (values: readonly number[], digits: number) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} … ${Math.max(...values).toFixed(digits)})`

function printSide(side: string, rounds: readonly Measured[]): void {
  const of = (pick: (round: Measured) => number, digits: number) => median(rounds.map(pick)).toFixed(digits)
  console.log(
    `  ${side.padEnd(16)} ${range(
      rounds.map(round => round.perSecond),
      0,
    )} req/s  p50 ${of(r => r.p50Ms, 2)} ms  p99 ${of(r => r.p99Ms, 2)} ms  ${of(r => r.cpuMicros, 0)} µs CPU  ${of(r => r.rssMb, 0)} MB RSS`,
  )
}

/** Reads of the demonstration, each beside its baseline, in turns. True where every floor is reached. */
export async function benchReads(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-reads-'))
  const server = await startBuiltServer(dataDir)
  const headers = { cookie: await signInToDemonstration(server.url) }
  const baselines = await startBaselines(server.url, PATHS, headers)
  const ours = { port: Number(new URL(server.url).port), pid: server.process.pid ?? 0, headers }
  const cases = casesOf(ours, { ...baselines, headers })
  const results = cases.map(() => ({ ours: [] as Measured[], baseline: [] as Measured[] }))
  try {
    for (let round = -1; round < ROUNDS; round++) {
      for (const [i, { ours, baseline }] of cases.entries()) {
        const measured = { ours: await loadFor(ours, ROUND_MS), baseline: await loadFor(baseline, ROUND_MS) }
        // The first round warms both up.
        if (round < 0) continue
        results[i]?.ours.push(measured.ours)
        results[i]?.baseline.push(measured.baseline)
      }
    }
  } finally {
    baselines.stop()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  console.log(
    `reads of the demonstration: ${ROUNDS} rounds of ${ROUND_MS} ms in turns, 4 connections, median (min … max)`,
  )
  return cases.map((each, i) => printCase(each, results[i]!)).every(Boolean)
}

function printCase(each: Case, { ours, baseline }: { ours: Measured[]; baseline: Measured[] }): boolean {
  const ratios = ours.map((round, i) => round.perSecond / (baseline[i]?.perSecond ?? 1))
  const reached = each.floor === null || median(ratios) >= each.floor
  const verdict = each.floor === null ? '' : `  floor ${each.floor}: ${reached ? 'reached' : 'MISSED'}`
  console.log(`${each.name}: ${range(ratios, 2)} × ${each.baselineName}${verdict}`)
  printSide('ours', ours)
  printSide(each.baselineName, baseline)
  return reached
}
