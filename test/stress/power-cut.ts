import { execFileSync } from 'node:child_process'
import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a crash leaves on the disk. */
export interface Crash {
  /** Set for a server that is going to crash. */
  settings: Record<string, string>
  /** Called after it has. */
  settle(): void
}

/** A process killed: the system still writes what it was given. */
export const killed: Crash = { settings: {}, settle: () => {} }

/** A power cut, by a library given as C source: of the data folder only what was synced is left. */
export function powerCut(source: string, dataDir: string, workDir: string): Crash {
  const library = join(workDir, 'powercut.so')
  const durable = join(workDir, 'durable')
  execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'])
  const copy = () => cpSync(dataDir, durable, { recursive: true, preserveTimestamps: true })
  copy()
  return {
    settings: {
      LD_PRELOAD: library,
      POWERCUT_SRC: dataDir,
      POWERCUT_DST: durable,
      POWERCUT_KEEP: '0',
      UV_USE_IO_URING: '0',
    },
    settle() {
      rmSync(dataDir, { recursive: true, force: true })
      renameSync(durable, dataDir)
      copy()
    },
  }
}
