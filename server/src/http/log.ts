import pino, { type Logger } from 'pino'
import { redact } from '../lib/redact.ts'

export type Log = Logger
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

interface Lines {
  write(line: string): void
}

const WRITTEN_EVERY_MS = 100

/** Lines are written together, a few times a second, while others are served; what is left is written at the end. */
function standardOutput(): Lines {
  const lines = pino.destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: WRITTEN_EVERY_MS })
  process.on('exit', () => lines.flushSync())
  return lines
}

/** Lines of JSON, one each. What secrets and numbers may not stand in them is the callers' business; this masks again. */
export const createLog = (level: LogLevel, lines: Lines = standardOutput()): Log =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }), log: fields => redact(fields) as Record<string, unknown> },
    },
    lines,
  )

let current: Log = pino({ level: 'silent' })

/** The log of the process; silent until the program that runs says otherwise. */
export const log = (): Log => current

export function setLog(next: Log): void {
  current = next
}
