import { parseArgs } from 'node:util'
import { openAccounts } from './accounts/accounts.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { announce, announceFirstLink, announceOversights } from './announce.ts'
import { createApp } from './app.ts'
import { DailyAnchors } from './audit/daily-anchors.ts'
import { DailyBackups } from './backup/daily-backups.ts'
import { type Config, readConfig, refuseBareLiveData } from './config.ts'
import { DomainError } from './errors.ts'
import { createHttpServer } from './http/http-server.ts'
import { listen } from './http/listen.ts'
import { createLog, log, setLog } from './http/log.ts'
import { stopOnSignals } from './http/stop-on-signals.ts'
import { readTls, renewTlsOnSignal, type TlsPems } from './http/tls.ts'
import { systemClock } from './ledger/times.ts'
import { type OpenedData, openData } from './open-data.ts'
import { readWorkdays } from './plan/read-workdays.ts'

async function openTheData({ dataDir }: Config): Promise<OpenedData> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  const say = (line: string) => console.log(line)
  return openData({ dataDir, clock: systemClock, forceDemonstration: values.demo, say })
}

/** Everything the app stands on: the data, who is served, and who is who. */
async function openApp(data: OpenedData, config: Config, { site }: Addresses) {
  const { store, demonstration, ledger } = data
  const clock = systemClock
  const plan = () => ledger.programme.plan
  const accounts = await openAccounts({ store, clock, demonstration, site, settings: config.accounts, plan })
  if (demonstration) await accounts.demonstrationSignIn.prepare()
  const { trustedProxies, metricsToken } = config
  const app = createApp({ ...data, clock, site, trustedProxies, metricsToken, accounts, workdays: readWorkdays() })
  return { app, accounts }
}

/** The demonstration can be made anew: only what is live is backed up. */
function dailyBackups({ demonstration }: OpenedData, { dataDir, backupDir: to, backupAt: at }: Config) {
  return demonstration || at === null ? null : new DailyBackups({ dataDir, to, at, clock: systemClock })
}

/** The app behind its server, not yet listening; `close` ends what it stands on. */
async function openServer(data: OpenedData, config: Config, addresses: Addresses, tls: TlsPems | undefined) {
  const { trustedProxies, publicUrl } = config
  const { app, accounts } = await openApp(data, config, addresses)
  const secure = tls !== undefined || publicUrl?.startsWith('https:') === true
  const server = createHttpServer(app.fetch, { trustedProxies, tls, secure })
  const anchors = new DailyAnchors(data.store, systemClock)
  const backups = dailyBackups(data, config)
  async function close() {
    accounts.close()
    await backups?.stop()
    await anchors.stop()
    await data.store.close()
  }
  async function afterListening() {
    anchors.start()
    backups?.start()
    await announceFirstLink(accounts)
    // What a first visitor asks for, made ready before the first visitor comes.
    await app.warm(addresses.site.publicOrigin)
    await accounts.warm()
  }
  return { server, close, endStreams: app.endStreams, afterListening }
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  setLog(createLog(config.logLevel))
  const tls = config.tls ? readTls(config.tls) : undefined
  const data = await openTheData(config)
  if (!data.demonstration) refuseBareLiveData(config)
  const addresses = addressesOf(config, data.demonstration)
  const { server, close, endStreams, afterListening } = await openServer(data, config, addresses, tls)
  if (config.tls) renewTlsOnSignal(server, config.tls)
  addresses.listensOn(await listen(server, config))
  stopOnSignals(server, { endStreams, close })
  announce(addresses, data.demonstration)
  announceOversights(config)
  // Whatever of it fails, the server goes on.
  afterListening().catch(error => log().error({ err: error }, 'not made ready'))
}

main().catch(error => {
  console.error(error instanceof DomainError ? error.message : error)
  process.exit(1)
})
