import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Cron } from 'croner'
import { count } from '../http/counters.ts'
import { log } from '../http/log.ts'
import type { Clock } from '../ledger/times.ts'
import { PATHS } from '../paths.ts'
import { listBackups, madeAtOf } from './backup-files.ts'

/** How many daily backups stay. */
const KEPT = 14
const DAY_MS = 24 * 3_600_000
/** What was missed while the server was off is made up for once it has settled. */
const SETTLED_MS = 60_000

export interface BackupPlan {
  dataDir: string
  to: string
  /** The time of day in Shanghai. */
  at: { hour: number; minute: number }
  clock: Clock
}

function notMade(err: unknown): void {
  count('backups', 'failed')
  log().error({ err }, 'not backed up')
}

/** Backs up the live database once a day, in a process of its own: whoever is served meanwhile notices nothing. */
export class DailyBackups {
  readonly #plan: BackupPlan
  readonly #stopped = new AbortController()
  #cron: Cron | undefined
  #making: Promise<void> | undefined

  constructor(plan: BackupPlan) {
    this.#plan = plan
  }

  start(): void {
    const { hour, minute } = this.#plan.at
    const job = { timezone: 'Asia/Shanghai', unref: true }
    this.#cron = new Cron(`${minute} ${hour} * * *`, job, () => this.make())
    const settled = setTimeout(() => this.makeMissed().catch(notMade), SETTLED_MS).unref()
    this.#stopped.signal.addEventListener('abort', () => clearTimeout(settled))
  }

  /** When the next one is due. */
  next(): Date | null {
    return this.#cron?.nextRun(new Date(this.#plan.clock.now())) ?? null
  }

  /** Makes a backup where the newest is more than a day old. */
  async makeMissed(): Promise<void> {
    const { to, clock } = this.#plan
    mkdirSync(to, { recursive: true, mode: 0o700 })
    const newest = listBackups(to, 'live').at(-1)
    if (newest === undefined || clock.now() - madeAtOf(newest).getTime() > DAY_MS) await this.make()
  }

  /** Makes a backup now; asked again meanwhile, it is the same one. A failure is logged and counted, never thrown. */
  make(): Promise<void> {
    this.#making ??= this.#run()
      .then(
        said => {
          count('backups', 'done')
          log().info({ said }, 'backed up')
        },
        err => {
          if (!this.#stopped.signal.aborted) notMade(err)
        },
      )
      .finally(() => {
        this.#making = undefined
      })
    return this.#making
  }

  /** Ends the timer, and a backup under way: what it leaves behind, the next one clears. */
  async stop(): Promise<void> {
    this.#cron?.stop()
    this.#stopped.abort()
    await this.#making
  }

  /** What the command says; throws what it complains of. */
  #run(): Promise<string> {
    const { dataDir, to } = this.#plan
    const args = [...process.execArgv, PATHS.backupCommand, '--to', to, '--keep', String(KEPT)]
    const child = spawn(process.execPath, args, {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: this.#stopped.signal,
    })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => said.push(String(text)))
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', code => {
        const text = said.join('').trim()
        if (code === 0) resolve(text)
        else reject(new Error(text || `the command ended with ${code}`))
      })
    })
  }
}
