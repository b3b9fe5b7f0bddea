import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a built program in this very process, as if it had been started by `node FILE`: signals reach it directly,
 * and file names among its arguments mean what they mean in the folder the user called from.
 */
export function runHere(file) {
  return async (args, calledFrom) => {
    const path = resolve(root, file)
    process.argv = [process.execPath, path, ...args]
    process.chdir(calledFrom)
    await import(pathToFileURL(path).href)
    return process.exitCode
  }
}
