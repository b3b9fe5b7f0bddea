import type { AddressInfo } from 'node:net'
import { createHttpServer } from '@lvliang/server/http/http-server'
import { openDemonstrationApp } from '../factories/demonstration.ts'

/** Serves the demonstration with the table of access asked or not; says where, and the cookie of a leader. */
async function serve(mode: string): Promise<void> {
  const { app, whole } = await openDemonstrationApp({ access: mode === 'off' ? 'off' : 'enforced' })
  const server = createHttpServer(whole.fetch)
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ port: (server.address() as AddressInfo).port, cookie: app.cookie }),
  )
}

process.once('message', mode => void serve(String(mode)))
process.once('disconnect', () => process.exit(0))
