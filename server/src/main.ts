import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { type Accounts, openAccounts } from './accounts/accounts.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { createApp } from './app.ts'
import { DailyAnchors } from './audit/daily-anchors.ts'
import { type Config, readConfig, refuseBareLiveData } from './config.ts'
import { DomainError } from './errors.ts'
import { createHttpServer } from './http/http-server.ts'
import { createLog, log, setLog } from './http/log.ts'
import { stopOnSignals } from './http/stop-on-signals.ts'
import { readTls, renewTlsOnSignal } from './http/tls.ts'
import { systemClock } from './ledger/times.ts'
import { type OpenedData, openData } from './open-data.ts'
import { readWorkdays } from './plan/read-workdays.ts'

const say = (line: string) => console.log(line)

/** Everything the app stands on: the data, who is served, and who is who. */
async function openApp(data: OpenedData, config: Config, { site }: Addresses) {
  const { store, demonstration, ledger } = data
  const clock = systemClock
  const plan = () => ledger.programme.plan
  const accounts = await openAccounts({ store, clock, demonstration, site, settings: config.accounts, plan })
  const { trustedProxies, metricsToken } = config
  const app = createApp({ ...data, clock, site, trustedProxies, metricsToken, accounts, workdays: readWorkdays() })
  return { app, accounts }
}

/** What a first visitor asks for, made ready before the first visitor comes. */
async function warm(app: ReturnType<typeof createApp>, accounts: Accounts, origin: string): Promise<void> {
  await app.fetch(new Request(origin, { headers: { 'accept-encoding': 'gzip, br' } }))
  await accounts.warm()
}

/** Where there is nobody yet, whoever starts the program is shown how to become the first; nobody else is. */
async function announceFirstLink(accounts: Accounts): Promise<void> {
  const link = await accounts.firstSetUpLink()
  if (link === null) return
  say('尚无账号。请在 24 小时内打开此一次性链接，设置系统管理员： / No accounts yet. Open this one-time link within')
  say('24 hours to set up the system administrator:')
  say(link.url)
}

function announce(addresses: Addresses, demonstration: boolean): void {
  const [origin, ...others] = addresses.all()
  say(`${origin}  ${demonstration ? '演示数据（虚构） / demonstration data' : '正式数据 / live data'}`)
  for (const other of others) say(other)
  log().info({ addresses: addresses.all(), demonstration, pid: process.pid, node: process.version }, 'started')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  const config = readConfig(process.env)
  setLog(createLog(config.logLevel))
  const { host, port, dataDir, trustedProxies, publicUrl } = config
  const tls = config.tls ? readTls(config.tls) : undefined
  const data = await openData({ dataDir, clock: systemClock, forceDemonstration: values.demo, say })
  if (!data.demonstration) refuseBareLiveData(config)
  const addresses = addressesOf(config, data.demonstration)
  const { app, accounts } = await openApp(data, config, addresses)

  const secure = tls !== undefined || publicUrl?.startsWith('https:') === true
  const server = createHttpServer(app.fetch, { trustedProxies, tls, secure })
  const anchors = new DailyAnchors(data.store, systemClock)
  const close = async () => {
    accounts.close()
    await anchors.stop()
    await data.store.close()
  }
  server.on('error', async error => {
    console.error(`不能监听 ${host}:${port}：${error.message} / Cannot listen on ${host}:${port}: ${error.message}`)
    await close()
    process.exit(1)
  })
  server.listen(port, host, () => {
    addresses.listensOn((server.address() as AddressInfo).port)
    announce(addresses, data.demonstration)
    void announceFirstLink(accounts).then(() => warm(app, accounts, addresses.site.publicOrigin))
    anchors.start()
  })
  if (config.tls) renewTlsOnSignal(server, config.tls)
  stopOnSignals(server, close)
}

main().catch(error => {
  console.error(error instanceof DomainError ? error.message : error)
  process.exit(1)
})
