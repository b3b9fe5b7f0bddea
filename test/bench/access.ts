import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { loadFor, type Measured } from './load.ts'

const ROUNDS = 7
const ROUND_MS = 1000
const FLOOR = 0.7
const PATH = '/api/centres'

async function start(mode: 'enforced' | 'off') {
  const child = fork(fileURLToPath(new URL('./access-server.ts', import.meta.url)), {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  })
  child.send(mode)
  const [{ port, cookie }] = (await once(child, 'message')) as [{ port: number; cookie: string }]
  const headers: Record<string, string> = mode === 'off' ? {} : { cookie }
  return {
    target: { port, pid: child.pid ?? 0, path: () => PATH, headers, status: 200 },
    stop: () => child.kill(),
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function print(name: string, rounds: readonly Measured[]): void {
  const of = (pick: (round: Measured) => number, digits: number) => median(rounds.map(pick)).toFixed(digits)
  console.log(
    `  ${name.padEnd(22)} ${of(r => r.perSecond, 0)} req/s  p50 ${of(r => r.p50Ms, 2)} ms  p99 ${of(r => r.p99Ms, 2)} ms  ${of(r => r.cpuMicros, 0)} µs CPU`,
  )
}

/** The list of 90 asked by somebody signed in, beside the same app with sessions and table switched off. */
export async function benchAccess(): Promise<boolean> {
  const enforced = await start('enforced')
  const off = await start('off')
  const results = { enforced: [] as Measured[], off: [] as Measured[] }
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const measured = { enforced: await loadFor(enforced.target, ROUND_MS), off: await loadFor(off.target, ROUND_MS) }
      // The first round warms both up.
      if (round < 0) continue
      results.enforced.push(measured.enforced)
      results.off.push(measured.off)
    }
  } finally {
    enforced.stop()
    off.stop()
  }
  const ratios = results.enforced.map((round, i) => round.perSecond / (results.off[i]?.perSecond ?? 1))
  const reached = median(ratios) >= FLOOR
  console.log(
    `signed-in list of 90: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} … ${Math.max(...ratios).toFixed(2)}) × the table switched off  floor ${FLOOR}: ${reached ? 'reached' : 'MISSED'}`,
  )
  print('signed in', results.enforced)
  print('table switched off', results.off)
  return reached
}
