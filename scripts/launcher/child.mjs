import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './paths.mjs'

const windows = process.platform === 'win32'

/** Runs a program to its end on this terminal, passes SIGINT and SIGTERM on, and answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise(done => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
    const forward = signal => child.kill(signal)
    const finish = code => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      done(code)
    }
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', error => {
      console.error(`${command}: ${error.message}`)
      finish(127)
    })
    child.on('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal]))
  })
}

/** Runs a tool that the workspace has installed. */
export function tool(folder, name, args, options) {
  return run(join(root, folder, '.bin', name), args, options)
}
