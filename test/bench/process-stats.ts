import { readFileSync } from 'node:fs'

/** Linux counts processor time in ticks of a hundredth of a second. */
const TICK_MICROS = 10_000

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Processor time a process has used, user and system, in µs; 0 where the machine does not tell. */
export function cpuMicros(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === null) return 0
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS
}

function statusMegabytes(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${name}:\\s+(\\d+) kB`).exec(read(`/proc/${pid}/status`) ?? '')
  return Number(line?.[1] ?? 0) / 1024
}

/** Memory a process holds now, MB. */
export const residentMegabytes = (pid: number): number => statusMegabytes(pid, 'VmRSS')

/** The most memory a process has held, MB. */
export const peakMegabytes = (pid: number): number => statusMegabytes(pid, 'VmHWM')
