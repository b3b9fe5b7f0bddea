import type { Server } from 'node:http'
import { log } from './log.ts'

/** As long an answer under way may still take. */
const GRACE_MS = 5000
const IDLE_MS = 50

interface Stopping {
  /** Ends answers that would not end by themselves. */
  endStreams: () => void
  /** Closes what answers stand on. */
  close: () => Promise<void>
}

/** Lets running answers end, then closes what they stand on; a second signal changes nothing. */
export function stopOnSignals(server: Server, { endStreams, close }: Stopping): void {
  let stopping = false
  async function end() {
    await close()
    log().info('stopped')
    process.exit(0)
  }
  function stop(signal: NodeJS.Signals) {
    if (stopping) return
    stopping = true
    log().info({ signal }, 'stopping')
    server.close(end)
    endStreams()
    // What ends now leaves its connection idle, and idle ones are kept for the next question.
    setInterval(() => server.closeIdleConnections(), IDLE_MS).unref()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
