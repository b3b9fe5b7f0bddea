import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

/** What the program answers, given to a bare Hono app that only repeats it. */
export interface Sample {
  path: string
  body: string
  headers: Record<string, string>
}

/** Starts the baselines over samples; each sample has three addresses: its bytes, its object, its 304. */
function serve(samples: readonly Sample[]): void {
  const app = new Hono()
  samples.forEach(({ body, headers }, i) => {
    const bytes = new Uint8Array(Buffer.from(body, 'base64'))
    const isJson = headers['content-type'] === 'application/json'
    const object = isJson ? JSON.parse(Buffer.from(bytes).toString()) : null
    const { 'content-type': _, 'content-length': __, ...unchanged } = headers
    app.get(`/bytes/${i}`, c => c.body(bytes, 200, headers))
    app.get(`/object/${i}`, c => c.json(object, 200, unchanged))
    app.get(`/unchanged/${i}`, c => c.body(null, 304, unchanged))
  })
  const server = createServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

process.once('message', samples => serve(samples as Sample[]))
process.once('disconnect', () => process.exit(0))
