import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '@lvliang/server/register/random'
import { type BuiltServer, startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'
import { createFolder } from '../factories/store.ts'
import { askApi } from './ask-api.ts'
import { findBroken } from './crash-kept.ts'
import { type Promised, type Writer, writeUntilGone } from './crash-writers.ts'
import { groupBy } from './group-by.ts'
import { killed, powerCut } from './power-cut.ts'
import { runCheck } from './run-check.ts'

const WRITERS = 8
const READY_CEILING_MS = 5000

export interface CrashAsked {
  rounds: number
  seed: number
  /** The C source of a library that keeps only what was synced; without it the process is killed and no more. */
  powercut?: string | undefined
}

export interface Round {
  records: number
  photos: number
  readyMs: number
  broken: string[]
}

interface Item {
  code: string
  countyCode: string
  village: string | null
}

/** A clerk for each of eight counties, with one centre that has its village. */
async function signIn(url: string, random: Random): Promise<Writer[]> {
  const leader = { url, cookie: await signInToDemonstration(url) }
  const { body } = await askApi<{ items: Item[] }>(leader, 'GET', '/api/centres?limit=500')
  const sited = body.items.filter(({ village }) => village !== null)
  const counties = [...groupBy(sited, ({ countyCode }) => countyCode)].slice(0, WRITERS)
  const writers: Writer[] = []
  for (const [county, centres] of counties) {
    const cookie = await signInToDemonstration(url, 'county', county)
    const { code } = centres[random.between(0, centres.length - 1)] as Item
    writers.push({ api: { url, cookie }, county, code, random })
  }
  return writers
}

/** Looking over the first photo takes a process of its own, which must be there first. */
async function firstPhoto({ photos, wrong }: Promised): Promise<void> {
  const before = photos.length
  for (let waits = 0; photos.length === before && wrong.length === 0 && waits < 400; waits++) await wait(25)
}

/** Lets the writers write, and ends the server by force at a moment nobody knows. */
async function writeAndKill(server: BuiltServer, random: Random, promised: Promised): Promise<void> {
  const writers = await signIn(server.url, random)
  let isGone = false
  const writing = Promise.all(writers.map(writer => writeUntilGone(writer, promised, () => isGone)))
  await firstPhoto(promised)
  await wait(random.between(100, 2500))
  isGone = true
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
  await writing
}

async function findWrong(dataDir: string, promised: Promised): Promise<string[]> {
  const complaints = { check: await runCheck('check', dataDir), audit: await runCheck('audit', dataDir) }
  return [
    ...promised.wrong.splice(0),
    ...(await findBroken(dataDir, promised)),
    ...Object.entries(complaints).flatMap(([command, said]) => (said === '' ? [] : [`${command}: ${said}`])),
  ]
}

/** Crashes a server under its writers over and over; after each, everything ever acknowledged must be there. */
export async function runCrashes({ rounds, seed, powercut }: CrashAsked, tell: (round: Round) => void = () => {}) {
  const { folder, remove } = await createFolder()
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  const random = createRandom(seed)
  const promised: Promised = { records: [], photos: [], wrong: [] }
  const found: Round[] = []
  let server = await startBuiltServer(dataDir, { LOG_LEVEL: 'warn' })
  try {
    await server.stop()
    const crash = powercut ? powerCut(powercut, dataDir, folder) : killed
    const start = () => startBuiltServer(dataDir, { LOG_LEVEL: 'warn', ...crash.settings })
    server = await start()
    for (let i = 0; i < rounds; i++) {
      await writeAndKill(server, random, promised)
      crash.settle()
      server = await start()
      const broken = await findWrong(dataDir, promised)
      const round = {
        records: promised.records.length,
        photos: promised.photos.length,
        readyMs: server.readyMs,
        broken,
      }
      found.push(round)
      tell(round)
    }
    return found
  } finally {
    await server.stop()
    await remove()
  }
}

/** The named command: prints each round, true where nothing acknowledged was lost in any. */
export async function stressCrash(asked: CrashAsked): Promise<boolean> {
  console.log(
    `${asked.rounds} × kill -9 under ${WRITERS} writers with photos${asked.powercut ? ', restarted on what had been synced alone' : ''}, seed ${asked.seed}`,
  )
  const rounds = await runCrashes(asked, ({ records, photos, readyMs, broken }) => {
    console.log(
      `  ${records} records and ${photos} photos acknowledged so far, ready again in ${readyMs.toFixed(0)} ms`,
    )
    for (const what of broken.slice(0, 10)) console.log(`  BROKEN: ${what}`)
  })
  const broken = rounds.reduce((sum, round) => sum + round.broken.length, 0)
  const slowest = Math.max(...rounds.map(({ readyMs }) => readyMs))
  const isReady = slowest <= READY_CEILING_MS
  console.log(broken === 0 ? 'kept: 0 lost, audit whole, check clean' : `NOT KEPT: ${broken} broken`)
  console.log(
    `slowest restart ${slowest.toFixed(0)} ms, ceiling ${READY_CEILING_MS} ms: ${isReady ? 'kept' : 'BROKEN'}`,
  )
  return broken === 0 && isReady
}
