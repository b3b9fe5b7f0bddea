import { execFile } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openStore, type Store } from '@lvliang/server/db/open'
import { openSnapshot } from '@lvliang/server/db/snapshot'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { signInToDemonstration } from '../e2e/support/sign-in.ts'

const ROUNDS = 20
const WRITERS = 4
/** How long a clerk thinks between two writes: some 100 writes a second of all. */
const PAUSE_MS = 30
const WARM_MS = 3000
/** How long the writers are watched alone before each backup. */
const QUIET_MS = 3000
const PHOTOS = 100
const PHOTO_BYTES = 1_200_000
const CEILINGS = { writeMs: 250, drillSeconds: 60 }

const run = promisify(execFile)
const program = (path: string) => fileURLToPath(new URL(`../../server/dist/${path}`, import.meta.url))

/** Runs a command of the build; throws what it complains of. */
async function command(path: string, dataDir: string, ...args: string[]): Promise<number> {
  const started = performance.now()
  await run(process.execPath, [program(path), ...args], { env: { ...process.env, DATA_DIR: dataDir } })
  return performance.now() - started
}

async function addPhoto({ db, folder }: Store, seq: number): Promise<void> {
  const content = randomBytes(PHOTO_BYTES)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await mkdir(join(folder, 'evidence', sha256.slice(0, 2)), { recursive: true })
  await writeFile(join(folder, 'evidence', sha256.slice(0, 2), sha256), content)
  const about = { kind: 'photo', county_code: '141124', centre_code: 'LL2018-034', stage: 'started' }
  const file = { sha256, media_type: 'image/jpeg', bytes: content.length, name: `${seq}.jpg`, width: 4, height: 3 }
  const entry = { added_at: '2018-07-31T04:00:00.000Z', added_by: 'bench', account_id: null }
  const unknown = { taken_at: null, taken_lon: null, taken_lat: null }
  await db
    .insertInto('evidence')
    .values({ seq, id: randomUUID(), ...about, ...file, ...entry, ...unknown })
    .execute()
}

/** The demonstration with photos beside it. */
async function prepare(dataDir: string): Promise<void> {
  await (await startBuiltServer(dataDir)).stop()
  const store = await openStore(join(dataDir, 'demo'))
  for (let seq = 1; seq <= PHOTOS; seq++) await addPhoto(store, seq)
  await store.close()
}

interface Write {
  id: string
  started: number
  ended: number
}

interface Centre {
  code: string
  countyCode: string
  version: number
}

/** Clerks who change facts of their centres, one write after another, until told to stop. */
class Writers {
  /** Every write that was acknowledged. */
  readonly writes: Write[] = []
  readonly #url: string
  #isStopped = false
  #working: Promise<unknown> = Promise.resolve()

  constructor(url: string) {
    this.#url = url
  }

  async start(): Promise<void> {
    const leader = { cookie: await signInToDemonstration(this.#url) }
    const answer = await fetch(`${this.#url}/api/centres?limit=500`, { headers: leader })
    const { items } = (await answer.json()) as { items: Centre[] }
    const counties = [...new Set(items.map(({ countyCode }) => countyCode))].slice(0, WRITERS)
    this.#working = Promise.all(counties.map(county => this.#write(county, items)))
    this.#working.catch(() => {})
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#working
  }

  async #write(county: string, all: readonly Centre[]): Promise<void> {
    const cookie = await signInToDemonstration(this.#url, 'county', county)
    const centres = all.filter(({ countyCode }) => countyCode === county)
    for (let i = 0; !this.#isStopped; i++) {
      await this.#change(centres[i % centres.length] as Centre, cookie, i)
      await wait(PAUSE_MS)
    }
  }

  async #change(centre: Centre, cookie: string, i: number): Promise<void> {
    const id = randomUUID()
    const headers = {
      cookie,
      origin: this.#url,
      'if-match': `"${centre.version++}"`,
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ id, facts: { note: `Write ${i}`, leader: `Officer ${i % 7}` } })
    const started = performance.now()
    const answer = await fetch(`${this.#url}/api/centres/${centre.code}`, { method: 'PATCH', headers, body })
    await answer.arrayBuffer()
    if (answer.status !== 201) throw new Error(`${answer.status} instead of 201`)
    this.writes.push({ id, started, ended: performance.now() })
  }
}

interface Round {
  backupMs: number
  drillMs: number
  /** Milliseconds of each write while nothing was backed up, and while something was. */
  before: number[]
  during: number[]
  acknowledged: number
  lost: number
}

async function idsIn(folder: string): Promise<Set<string>> {
  const db = openSnapshot(join(folder, 'store.sqlite'))
  const rows = await db.selectFrom('record').select('id').execute()
  await db.destroy()
  return new Set(rows.map(({ id }) => id))
}

const timesBetween = (writes: readonly Write[], from: number, to: number) =>
  writes.filter(({ started, ended }) => ended > from && started < to).map(({ started, ended }) => ended - started)

/** One backup beside the writers, restored elsewhere and checked there. */
async function drill(dataDir: string, { writes }: Writers): Promise<Round> {
  const [to, elsewhere] = [join(dataDir, 'backups'), join(dataDir, 'elsewhere')]
  const quiet = performance.now()
  await wait(QUIET_MS)
  const acknowledged = writes.map(({ id }) => id)
  const began = performance.now()
  const backupMs = await command('backup/backup.command.js', dataDir, '--to', to, '--keep', '1')
  const done = performance.now()
  const [name] = (await readdir(to)).filter(found => found.endsWith('.tar'))
  const restoreMs = await command('backup/restore.command.js', elsewhere, join(to, name as string))
  await command('db/check.command.js', elsewhere)
  const restored = await idsIn(join(elsewhere, 'demo'))
  await rm(elsewhere, { recursive: true })
  return {
    backupMs,
    drillMs: backupMs + restoreMs,
    before: timesBetween(writes, quiet, began),
    during: timesBetween(writes, began, done),
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(id => !restored.has(id)).length,
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const spread = (values: readonly number[], digits = 0) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} … ${Math.max(...values).toFixed(digits)})`

function print(rounds: readonly Round[], { writes }: Writers): boolean {
  const before = rounds.flatMap(round => round.before)
  const during = rounds.flatMap(round => round.during)
  const longest = Math.max(...during)
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
  const drillSeconds = Math.max(...rounds.map(({ drillMs }) => drillMs)) / 1000
  const verdict = (kept: boolean) => (kept ? 'kept' : 'BROKEN')
  console.log(`${rounds.length} backups under load, each restored elsewhere, its rules and photos checked there`)
  console.log(`  ${writes.length} writes acknowledged, ${rounds.at(-1)?.acknowledged} before the last began`)
  console.log(`  of those acknowledged before, missing in the restored: ${lost}  ceiling 0: ${verdict(lost === 0)}`)
  console.log(`  writes without a backup  ${spread(before, 1)} ms, ${before.length} of them`)
  console.log(`  writes during a backup   ${spread(during, 1)} ms, ${during.length} of them`)
  const isShort = longest <= CEILINGS.writeMs
  console.log(
    `  longest write meanwhile  ${longest.toFixed(1)} ms  ceiling ${CEILINGS.writeMs} ms: ${verdict(isShort)}`,
  )
  console.log(`  backup                   ${spread(rounds.map(({ backupMs }) => backupMs))} ms`)
  const isQuick = drillSeconds <= CEILINGS.drillSeconds
  console.log(
    `  backup and restore       ${spread(rounds.map(({ drillMs }) => drillMs))} ms  ceiling ${CEILINGS.drillSeconds} s: ${verdict(isQuick)}`,
  )
  return lost === 0 && isShort && isQuick
}

/** Backups of the demonstration with photos, taken while clerks write through the API. True where all is kept. */
export async function benchBackup(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-backup-'))
  try {
    await prepare(dataDir)
    const server = await startBuiltServer(dataDir)
    const writers = new Writers(server.url)
    try {
      await writers.start()
      await wait(WARM_MS)
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round++) rounds.push(await drill(dataDir, writers))
      await writers.stop()
      return print(rounds, writers)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
