import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createApp } from './app.ts'
import { DomainError } from './errors.ts'
import { createHttpServer } from './http/http-server.ts'
import { systemClock } from './ledger/times.ts'
import { type OpenedData, openData } from './open-data.ts'
import { PATHS } from './paths.ts'
import { readWorkdays } from './plan/read-workdays.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Lets running answers end, then closes the store; a second signal changes nothing. */
function stopOnSignals(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.close(() => close().then(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function nameOf(host: string): string {
  if (LOOPBACK.has(host)) return host === '::1' ? '[::1]' : host
  throw new DomainError(
    'hostRefused',
    `尚无账号功能，只能在本机提供服务；HOST 不能是 ${host}。 / ` +
      `There are no accounts yet, so only this machine is served; HOST cannot be ${host}.`,
  )
}

/** What a first visitor asks for, made ready before the first visitor comes. */
async function warm(app: ReturnType<typeof createApp>, origin: string): Promise<void> {
  const headers = { 'accept-encoding': 'gzip, br' }
  for (const path of ['/', '/api/summary', '/api/centres']) await app.fetch(new Request(origin + path, { headers }))
}

function listen({ store, demonstration }: OpenedData, app: ReturnType<typeof createApp>): void {
  const server = createHttpServer(app.fetch)
  const host = process.env.HOST ?? '127.0.0.1'
  const name = nameOf(host)
  const port = Number(process.env.PORT ?? 3000)
  server.on('error', async error => {
    console.error(`不能监听 ${name}:${port}：${error.message} / Cannot listen on ${name}:${port}: ${error.message}`)
    await store.close()
    process.exit(1)
  })
  server.listen(port, host, () => {
    const what = demonstration ? '演示数据（虚构） / demonstration data' : '正式数据 / live data'
    const origin = `http://${name}:${(server.address() as AddressInfo).port}`
    console.log(`${origin}  ${what}`)
    void warm(app, origin)
  })
  stopOnSignals(server, () => store.close())
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  nameOf(process.env.HOST ?? '127.0.0.1')
  const data = await openData({
    dataDir: process.env.DATA_DIR ?? PATHS.data,
    clock: systemClock,
    forceDemonstration: values.demo,
    say: line => console.log(line),
  })
  listen(data, createApp({ ...data, workdays: readWorkdays() }))
}

main().catch(error => {
  console.error(error instanceof DomainError ? error.message : error)
  process.exit(1)
})
