interface Metric {
  name: string
  type: 'counter' | 'gauge'
  help: string
  value: number
}

/** The process and the size of the store, each with its name, kind and meaning. */
export function metricsNow(sizes: { slots: number; records: number }): Metric[] {
  const cpu = process.cpuUsage()
  const memory = process.memoryUsage()
  const counter = (name: string, help: string, value: number): Metric => ({ name, type: 'counter', help, value })
  const gauge = (name: string, help: string, value: number): Metric => ({ name, type: 'gauge', help, value })
  return [
    counter('process_cpu_seconds_total', 'User and system CPU time spent.', (cpu.user + cpu.system) / 1e6),
    gauge('process_resident_memory_bytes', 'Resident memory.', memory.rss),
    gauge('process_start_time_seconds', 'Start of the process since the Unix epoch.', performance.timeOrigin / 1000),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', memory.heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory held outside the heap.', memory.external),
    gauge('lvliang_slots', 'Slots of the quota.', sizes.slots),
    gauge('lvliang_records', 'Records ever entered.', sizes.records),
  ]
}

/** Metrics in the text format of Prometheus. */
export const writeMetrics = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, type, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`)
    .join('')
