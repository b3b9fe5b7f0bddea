import { join } from 'node:path'
import { DomainError } from '../errors.ts'
import { PATHS } from '../paths.ts'
import { finishSwap } from './folder-swap.ts'
import { storeExists } from './open.ts'

/** The databases of the data folder: live first. */
export function eachStore(dataDir = process.env.DATA_DIR ?? PATHS.data): string[] {
  finishSwap(dataDir)
  const folders = ['live', 'demo'].map(name => join(dataDir, name)).filter(storeExists)
  if (folders.length > 0) return folders
  throw new DomainError('storeEmpty', `${dataDir} 中没有数据库。 / There is no database in ${dataDir}.`)
}

/** Runs a command to its exit code: 0 when it says so, 1 otherwise; a refusal is one clear line. */
export function runCommand(command: () => Promise<boolean>): void {
  command()
    .then(done => {
      process.exitCode = done ? 0 : 1
    })
    .catch(error => {
      console.error(error instanceof DomainError ? error.message : error)
      process.exitCode = 1
    })
}
