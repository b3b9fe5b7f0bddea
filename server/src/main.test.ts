import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { plan, policy } from '../../test/factories/programme.ts'
import { createFolder } from '../../test/factories/store.ts'
import { ownAddresses } from './access/own-addresses.ts'
import { openStore } from './db/open.ts'
import { appendPlan } from './store/append-plan.ts'
import { slotsOfPlan } from './store/slots.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** The program as it is started, over its sources; any free port. */
function start(dataDir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      printed += text
    })
  return { child, printed: () => printed }
}
type Started = ReturnType<typeof start>

async function addressOf({ child, printed }: Started): Promise<string> {
  for (;;) {
    const address = /http:\/\/\S+/.exec(printed())?.[0]
    if (address) return address
    if (child.exitCode !== null) throw new Error(`ended before it listened:\n${printed()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const exitCode = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode ?? ((await once(child, 'exit'))[0] as number | null)

/** The status of an answer to whoever names the host like this. */
async function statusUnder(host: string, url: string): Promise<number | undefined> {
  const [response] = await once(get(url, { headers: { host } }), 'response')
  response.resume()
  return response.statusCode
}

const logOf = ({ printed }: Started) =>
  printed()
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Record<string, unknown>)

async function folderForTest() {
  const { folder, remove } = await createFolder()
  onTestFinished(remove)
  return folder
}

/** A folder in which a real plan was loaded. */
async function liveFolderForTest() {
  const folder = await folderForTest()
  const store = await openStore(join(folder, 'live'))
  await appendPlan(store.db, { plan, policy, slots: slotsOfPlan(plan), addedAt: '2018-01-01T00:00:00.000Z' })
  await store.close()
  return folder
}

test('it makes the demonstration, prints its address, answers, and ends cleanly when told to', async () => {
  const server = start(await folderForTest())
  const address = await addressOf(server)
  expect(server.printed()).toContain(`${address}  演示数据（虚构） / demonstration data\n`)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect((await fetch(`${address}/api/plan`)).status).toBe(401)
  server.child.kill('SIGTERM')
  expect(await exitCode(server.child)).toBe(0)
  expect(logOf(server).map(({ level, msg, path }) => [level, msg, path].join(' ').trim())).toEqual([
    'info started',
    'warn answered /api/plan',
    'info stopping',
    'info stopped',
  ])
}, 60_000)

test('a second one on the same data is refused with a clear line, and the first goes on', async () => {
  const folder = await folderForTest()
  const first = start(folder)
  const address = await addressOf(first)
  const second = start(folder)
  expect(await exitCode(second.child)).toBe(1)
  expect(second.printed().trim()).toMatch(/^数据目录正被另一个进程使用.*Another process is writing to .*\.$/)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  first.child.kill('SIGINT')
  expect(await exitCode(first.child)).toBe(0)
}, 60_000)

test('the demonstration is served on the network where that is asked for, under its own addresses alone', async () => {
  const server = start(await folderForTest(), { HOST: '0.0.0.0', DEMO_LAN: '1', LOG_LEVEL: 'silent' })
  const address = await addressOf(server)
  const { port } = new URL(address)
  for (const own of ['127.0.0.1', ...ownAddresses()]) {
    expect(server.printed()).toContain(`http://${own}:${port}`)
    expect(await statusUnder(`${own}:${port}`, `${address}/healthz`)).toBe(200)
  }
  expect(await statusUnder('board.example', `${address}/healthz`)).toBe(421)
  expect(logOf(server)).toEqual([])
}, 60_000)

describe('it does not start, and says why in a line,', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['beyond this machine without a public address', { HOST: '0.0.0.0' }, /^HOST 为 0\.0\.0\.0.+set PUBLIC_URL=.+\.$/],
    ['with values that make no sense', { PORT: 'x', LOG_LEVEL: 'loud' }, /^PORT 应为.+\.\nLOG_LEVEL 应为.+\.$/],
    [
      'with a certificate that is not there',
      { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' },
      /^TLS_CERT、TLS_KEY 不可用.+of no use: ENOENT.+$/,
    ],
  ])(
    '%s',
    async (_, env, said) => {
      const server = start(await folderForTest(), env)
      expect(await exitCode(server.child)).toBe(1)
      expect(server.printed().trim()).toMatch(said)
    },
    60_000,
  )

  test('with live data on the network in clear, whatever the demonstration may', async () => {
    const server = start(await liveFolderForTest(), { HOST: '0.0.0.0', DEMO_LAN: '1' })
    expect(await exitCode(server.child)).toBe(1)
    expect(server.printed().trim()).toMatch(/^正式数据在本机以外只以 https 提供.+https alone.+$/)
  }, 60_000)
})
