import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { DomainError } from './errors.ts'
import { systemClock } from './ledger/times.ts'
import { openData } from './open-data.ts'
import { PATHS } from './paths.ts'
import { readWorkdays } from './plan/read-workdays.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

function stopOn(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.close(async () => {
      await close()
      process.exit(0)
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function addressOf(host: string): string {
  if (LOOPBACK.has(host)) return host === '::1' ? '[::1]' : host
  throw new DomainError(
    'hostRefused',
    `尚无账号功能，只能在本机提供服务；HOST 不能是 ${host}。 / ` +
      `There are no accounts yet, so only this machine is served; HOST cannot be ${host}.`,
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  const port = Number(process.env.PORT ?? 3000)
  const host = process.env.HOST ?? '127.0.0.1'
  const name = addressOf(host)
  const data = await openData({
    dataDir: process.env.DATA_DIR ?? PATHS.data,
    clock: systemClock,
    forceDemonstration: values.demo,
    say: line => console.log(line),
  })
  const app = createApp({ ...data, workdays: readWorkdays() })
  const server = serve({ fetch: app.fetch, port, hostname: host }, ({ port: listening }) => {
    const what = data.demonstration ? '演示数据（虚构） / demonstration data' : '正式数据 / live data'
    console.log(`http://${name}:${listening}  ${what}`)
  }) as Server
  server.on('error', error => {
    console.error(`不能监听 ${name}:${port}：${error.message} / Cannot listen on ${name}:${port}: ${error.message}`)
    void data.store.close().then(() => process.exit(1))
  })
  stopOn(server, () => data.store.close())
}

main().catch(error => {
  console.error(error instanceof DomainError ? error.message : error)
  process.exit(1)
})
