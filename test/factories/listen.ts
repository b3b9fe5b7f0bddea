import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createHttpServer } from '@lvliang/server/http/http-server'
import type { LiveEvent } from '@lvliang/shared/live/live-event.schema'
import type { LiveApp } from './store.ts'

/** One event as it came. */
export interface Heard {
  id: number | null
  name: string
  data: LiveEvent
  atMs: number
}

/** The application behind a real server on a free port. */
export async function serveApp({ whole }: LiveApp) {
  const server = createHttpServer(whole.fetch)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  async function close() {
    const closed = once(server, 'close')
    server.close()
    whole.endStreams()
    const idle = setInterval(() => server.closeIdleConnections(), 20)
    await closed
    clearInterval(idle)
  }
  return { server, url: `http://localhost:${port}`, close }
}

function parse(block: string): Heard | null {
  const fields = new Map(block.split('\n').map(line => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]))
  const data = fields.get('data')
  if (data === undefined) return null
  const id = fields.get('id')
  return {
    id: id === undefined ? null : Number(id),
    name: fields.get('event') ?? 'message',
    data: JSON.parse(data) as LiveEvent,
    atMs: performance.now(),
  }
}

/** Listens as a browser would; what was heard so far is in `heard`, all that came in `text`. */
export async function listenTo(url: string, { cookie, after }: { cookie: string; after?: number | string }) {
  const leaving = new AbortController()
  const headers: Record<string, string> = { cookie, accept: 'text/event-stream' }
  if (after !== undefined) headers['last-event-id'] = String(after)
  const response = await fetch(`${url}/api/events`, { headers, signal: leaving.signal })
  const listener = { response, heard: [] as Heard[], text: '', ended: Promise.resolve(), leave: () => leaving.abort() }
  listener.ended = read(response, listener).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return listener
}

async function read({ body }: Response, listener: { heard: Heard[]; text: string }): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const text = decoder.decode(chunk, { stream: true })
    listener.text += text
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() as string
    for (const block of blocks) {
      const one = parse(block)
      if (one) listener.heard.push(one)
    }
  }
}
