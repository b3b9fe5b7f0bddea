import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { type Counted, countsOf } from '../http/counters.ts'

type Labels = Readonly<Record<string, string>>
interface Metric {
  name: string
  type: 'counter' | 'gauge'
  help: string
  samples: readonly { labels?: Labels; value: number }[]
}

export interface Sizes {
  slots: number
  records: number
  sessions: number
  streams: number
}

const LOOP_DELAY_STEP_MS = 20
let loopDelay: IntervalHistogram | undefined

/** Seconds the event loop kept others waiting since it was last asked; watched from the first time on. */
function loopDelaySeconds(): Metric['samples'] {
  const first = loopDelay === undefined
  loopDelay ??= monitorEventLoopDelay({ resolution: LOOP_DELAY_STEP_MS })
  if (first) loopDelay.enable()
  const seconds = (ns: number) => (Number.isFinite(ns) ? Math.max(0, ns / 1e9 - LOOP_DELAY_STEP_MS / 1000) : 0)
  const samples = [
    { labels: { quantile: '0.5' }, value: seconds(first ? 0 : loopDelay.percentile(50)) },
    { labels: { quantile: '0.99' }, value: seconds(first ? 0 : loopDelay.percentile(99)) },
    { labels: { quantile: '1' }, value: seconds(first ? 0 : loopDelay.max) },
  ]
  loopDelay.reset()
  return samples
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  type: 'gauge',
  help,
  samples: [{ value }],
})

const counted = (name: string, help: string, what: Counted, label: string): Metric => ({
  name,
  type: 'counter',
  help,
  samples: [...countsOf(what)].sort().map(([key, value]) => ({ labels: { [label]: key }, value })),
})

/** The process, what it answered, and the size of the store, each with its name, kind and meaning. */
export function metricsNow({ slots, records, sessions, streams }: Sizes): Metric[] {
  const cpu = process.cpuUsage()
  const memory = process.memoryUsage()
  return [
    {
      name: 'process_cpu_seconds_total',
      type: 'counter',
      help: 'User and system CPU time spent.',
      samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
    },
    gauge('process_resident_memory_bytes', 'Resident memory.', memory.rss),
    gauge('process_start_time_seconds', 'Start of the process since the Unix epoch.', performance.timeOrigin / 1000),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', memory.heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory held outside the heap.', memory.external),
    {
      name: 'nodejs_eventloop_delay_seconds',
      type: 'gauge',
      help: 'How long the event loop was late since the metrics were last read.',
      samples: loopDelaySeconds(),
    },
    counted('http_requests_total', 'Requests answered, by class of status.', 'requests', 'status'),
    counted('lvliang_refusals_total', 'Requests refused, by code of the problem.', 'refusals', 'code'),
    counted('lvliang_sign_ins_total', 'Tries to sign in, by outcome.', 'signIns', 'outcome'),
    counted('lvliang_backups_total', 'Scheduled backups, by outcome.', 'backups', 'outcome'),
    gauge('lvliang_sessions', 'Sessions that have not ended.', sessions),
    gauge('lvliang_streams', 'Live connections open.', streams),
    gauge('lvliang_slots', 'Slots of the quota.', slots),
    gauge('lvliang_records', 'Records ever entered.', records),
  ]
}

/** Labels are codes of our own: nothing in them wants escaping. */
const writeLabels = (labels: Labels = {}) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`)
  return pairs.length > 0 ? `{${pairs.join()}}` : ''
}

/** Metrics in the text format of Prometheus. */
export const writeMetrics = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, type, help, samples }) => {
      const lines = samples.map(({ labels, value }) => `${name}${writeLabels(labels)} ${value}\n`)
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
    })
    .join('')
