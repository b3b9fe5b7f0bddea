import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { log } from '../http/log.ts'
import { WorkQueue } from '../lib/work-queue.ts'
import { PATHS } from '../paths.ts'
import type { WorkerAnswer } from './file.worker.ts'
import type { FileTask, FileVerdict } from './inspect-file.ts'
import { busy } from './refusals.ts'

const MOST_WAITING = 40
/** A large photo takes two seconds here; whatever takes so long was made to. */
const LONGEST_MS = 30_000
/** A process not needed gives its memory back. */
const IDLE_MS = 60_000
const WORKER_HEAP_MB = 256

type Outcome = WorkerAnswer | 'tooSlow' | 'ended'

/** What the process made of one task, or how it came to make nothing of it. */
function outcomeOf(worker: ChildProcess, task: FileTask): Promise<Outcome> {
  return new Promise(resolve => {
    const answered = (message: unknown) => settle(message as WorkerAnswer)
    const ended = () => settle('ended')
    const late = setTimeout(() => settle('tooSlow'), LONGEST_MS)
    function settle(outcome: Outcome) {
      clearTimeout(late)
      worker.off('message', answered).off('exit', ended).off('error', ended)
      resolve(outcome)
    }
    worker.on('message', answered).on('exit', ended).on('error', ended)
    worker.send(task, error => error && ended())
  })
}

/**
 * Looks files over in a process of its own, one after the other, behind everything else this machine has to do: what a
 * file does to its decoder ends that process alone.
 */
export class FileInspector {
  readonly #queue = new WorkQueue({ atOnce: 1, mostWaiting: MOST_WAITING })
  #worker: ChildProcess | null = null
  #idle: NodeJS.Timeout | undefined

  get isBusy(): boolean {
    return this.#queue.isFull
  }

  async inspect(task: FileTask): Promise<FileVerdict> {
    if (this.isBusy) throw busy()
    return this.#queue.run(() => this.#inspect(task))
  }

  stop(): void {
    clearTimeout(this.#idle)
    this.#worker?.kill('SIGKILL')
    this.#worker = null
  }

  async #inspect(task: FileTask): Promise<FileVerdict> {
    clearTimeout(this.#idle)
    if (this.#worker?.connected !== true) this.#worker = startWorker()
    const outcome = await outcomeOf(this.#worker, task)
    if (typeof outcome === 'string') {
      this.stop()
      log().warn({ outcome, type: task.type }, 'file not decoded')
      return { flaw: task.type === 'application/pdf' ? 'pdfOpaque' : outcome === 'tooSlow' ? 'tooSlow' : 'broken' }
    }
    this.#idle = setTimeout(() => this.stop(), IDLE_MS)
    this.#idle.unref()
    if ('verdict' in outcome) return outcome.verdict
    throw new Error(`a file was not looked over: ${outcome.failure}`)
  }
}

function startWorker(): ChildProcess {
  const worker = fork(PATHS.fileWorker, {
    execArgv: [`--max-old-space-size=${WORKER_HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // One thread decodes; memory freed goes back to the machine.
    env: { ...process.env, UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '' },
  })
  if (worker.pid !== undefined) lowerPriority(worker.pid)
  // Ends with us, and does not hold us back; an error of one that is done with is nobody's concern.
  worker.on('error', () => {})
  worker.unref()
  worker.channel?.unref()
  return worker
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch (error) {
    log().debug({ err: error }, 'priority not lowered')
  }
}
