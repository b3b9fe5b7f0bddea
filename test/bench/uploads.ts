import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { type HostileUpload, hostileUploads } from '../fixtures/uploads/hostile.ts'
import { jpeg } from '../fixtures/uploads/pictures.ts'
import { Connection, getRequest } from './connection.ts'
import { peakMegabytes } from './process-stats.ts'

const CEILING_MS = 250
const SENDERS = 4
/** What others ask meanwhile, one after the other, at a steady pace. */
const ASKED = ['/api/centres', '/api/me', '/api/summary?asOf=2018-06-', '/api/centres/LL2018-034', '/']
const PAUSE_MS = 10
const CENTRE = 'LL2018-034'
const COUNTY = '141124'
const TELEPHONE = { width: 4000, height: 3000 }

interface Target {
  url: string
  cookie: string
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Asks until told to stop: the time of each answer, sorted. */
async function askMeanwhile({ url, cookie }: Target, running: () => boolean): Promise<number[]> {
  const port = Number(new URL(url).port)
  const connection = await Connection.open(port)
  const times: number[] = []
  for (let i = 0; running(); i++) {
    const path = ASKED[i % ASKED.length] as string
    const day = String((i % 30) + 1).padStart(2, '0')
    const started = performance.now()
    const status = await connection.ask(getRequest(port, path.endsWith('-') ? path + day : path, { cookie }))
    times.push(performance.now() - started)
    if (status !== 200) throw new Error(`${status} for ${path}`)
    await wait(PAUSE_MS)
  }
  connection.close()
  return times.sort((a, b) => a - b)
}

interface Tally {
  sent: number
  wrong: string[]
}

async function sendOne({ url, cookie }: Target, { name, to, type, body, status }: HostileUpload, tally: Tally) {
  const subject = to === 'photos' ? `centre=${CENTRE}` : `centre=${CENTRE}&kind=contract`
  const headers = { cookie, origin: url, ...(type === '' ? {} : { 'content-type': type }) }
  const init = { method: 'POST', headers, body: new Uint8Array(body) }
  try {
    const response = await fetch(`${url}/api/${to}?id=${randomUUID()}&${subject}`, init)
    await response.arrayBuffer()
    tally.sent++
    if (response.status !== status) tally.wrong.push(`${name}: ${response.status} instead of ${status}`)
  } catch (error) {
    tally.wrong.push(`${name}: ${String((error as Error).cause ?? error)}`)
  }
}

async function sendAll(target: Target, uploads: readonly HostileUpload[]): Promise<Tally> {
  const tally: Tally = { sent: 0, wrong: [] }
  const queue = [...uploads]
  const sender = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await sendOne(target, next, tally)
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  return tally
}

async function photos(count: number): Promise<HostileUpload[]> {
  const made: HostileUpload[] = []
  for (let seed = 0; seed < count; seed++) {
    const body = await jpeg({ ...TELEPHONE, seed: 1000 + seed })
    made.push({ name: 'a photo of 12 megapixels', to: 'photos', type: 'image/jpeg', body, status: 201 })
  }
  return made
}

/** What others wait while something goes on. */
async function during<T>(target: Target, work: () => Promise<T>): Promise<{ times: number[]; result: T; ms: number }> {
  let running = true
  const asking = askMeanwhile(target, () => running)
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  running = false
  return { times: await asking, result, ms }
}

function print(name: string, times: readonly number[]): void {
  const of = (share: number) => percentile(times, share).toFixed(1)
  const last = (times.at(-1) ?? 0).toFixed(1)
  console.log(`  ${name.padEnd(34)} ${times.length} asked  p50 ${of(0.5)} ms  p99 ${of(0.99)} ms  slowest ${last} ms`)
}

/** What others wait while files made to harm, and telephones' photos, come in. True where it is short enough. */
export async function benchUploads(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-uploads-'))
  const server = await startBuiltServer(dataDir)
  try {
    const cookie = await signInToDemonstration(server.url, 'county', COUNTY)
    const target = { url: server.url, cookie }
    const hostile = await hostileUploads()
    const ordinary = await photos(12)
    const idle = await during(target, () => wait(3000))
    const harm = await during(target, () => sendAll(target, [...hostile, ...hostile, ...hostile]))
    const usual = await during(target, () => sendAll(target, ordinary))
    const tallies = [harm.result, usual.result]
    const wrong = tallies.flatMap(tally => tally.wrong)
    const p99 = Math.max(percentile(harm.times, 0.99), percentile(usual.times, 0.99))
    const reached = p99 <= CEILING_MS && wrong.length === 0 && server.process.exitCode === null
    console.log(
      `uploads: ${hostile.length} files made to harm, three times, and ${ordinary.length} photos of 12 megapixels; p99 of others ${p99.toFixed(1)} ms  ceiling ${CEILING_MS} ms, wrong answers ${wrong.length}: ${reached ? 'reached' : 'MISSED'}`,
    )
    print('with nothing going on', idle.times)
    print(`files made to harm (${(harm.ms / 1000).toFixed(1)} s)`, harm.times)
    print(`photos (${(usual.ms / 1000).toFixed(1)} s)`, usual.times)
    console.log(`  the server's own memory at most ${peakMegabytes(server.process.pid ?? 0).toFixed(0)} MB`)
    for (const line of wrong.slice(0, 10)) console.log(`  ${line}`)
    return reached
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
