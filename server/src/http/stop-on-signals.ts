import type { Server } from 'node:http'
import { log } from './log.ts'

/** As long an answer under way may still take. */
const GRACE_MS = 5000

/** Lets running answers end, then closes what they stand on; a second signal changes nothing. */
export function stopOnSignals(server: Server, close: () => Promise<void>): void {
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
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
