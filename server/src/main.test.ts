import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createFolder } from '../../test/factories/store.ts'

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

async function addressOf({ child, printed }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /http:\/\/\S+/.exec(printed())?.[0]
    if (address) return address
    if (child.exitCode !== null) throw new Error(`ended before it listened:\n${printed()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const exitCode = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode ?? ((await once(child, 'exit'))[0] as number | null)

async function folderForTest() {
  const { folder, remove } = await createFolder()
  onTestFinished(remove)
  return folder
}

test('it makes the demonstration, prints its address, answers, and ends cleanly when told to', async () => {
  const server = start(await folderForTest())
  const address = await addressOf(server)
  expect(server.printed()).toContain('演示数据（虚构）')
  expect(await (await fetch(`${address}/api/plan`)).json()).toMatchObject({ target: 90, demonstration: true })
  server.child.kill('SIGTERM')
  expect(await exitCode(server.child)).toBe(0)
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

test('it serves this machine alone', async () => {
  const server = start(await folderForTest(), { HOST: '0.0.0.0' })
  expect(await exitCode(server.child)).toBe(1)
  expect(server.printed()).toMatch(/HOST 不能是 0\.0\.0\.0/)
}, 60_000)
