import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const COMMANDS = {
  check: ['../../server/dist/db/check.command.js'],
  audit: ['../../server/dist/audit/audit.command.js', 'verify'],
}

/** Runs a command of the program over a data folder; answers what it complained of, empty where all is sound. */
export async function runCheck(command: keyof typeof COMMANDS, dataDir: string): Promise<string> {
  const [file = '', ...args] = COMMANDS[command]
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, DATA_DIR: dataDir } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      printed += text
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0 ? '' : printed || `${command} ended with ${code}`
}
