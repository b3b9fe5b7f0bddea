#!/usr/bin/env node
// Runs one root command on a machine that has Node and npm and nothing else:
// installs what is missing, builds what changed, then runs the task.
import { resolve } from 'node:path'
import { build } from './launcher/build.mjs'
import { tool } from './launcher/child.mjs'
import { dev } from './launcher/dev.mjs'
import { install } from './launcher/install.mjs'
import { root, runHere } from './launcher/paths.mjs'
import { verify } from './launcher/verify.mjs'

const vitest =
  (...fixed) =>
  args =>
    tool('node_modules', 'vitest', ['run', ...fixed, ...args])

const tsx = file => args => tool('node_modules', 'tsx', [file, ...args])

const tasks = {
  start: { builds: ['server', 'web'], run: runHere('server/dist/server.js') },
  load: { builds: ['server'], run: runHere('server/dist/register/load.command.js') },
  account: { builds: ['server'], run: runHere('server/dist/accounts/admin/account.command.js') },
  template: { builds: ['server'], run: runHere('server/dist/register/template.command.js') },
  synthesize: { builds: ['server'], run: runHere('server/dist/register/synthesize.command.js') },
  'rebuild-state': { builds: ['server'], run: runHere('server/dist/db/rebuild-state.command.js') },
  audit: { builds: ['server'], run: runHere('server/dist/audit/audit.command.js') },
  backup: { builds: ['server'], run: runHere('server/dist/backup/backup.command.js') },
  restore: { builds: ['server'], run: runHere('server/dist/backup/restore.command.js') },
  'verify-draw': { builds: ['server'], run: runHere('server/dist/draw/verify-draw.command.js') },
  check: { builds: ['server'], run: runHere('server/dist/db/check.command.js') },
  test: { builds: ['server', 'web'], run: vitest() },
  e2e: { builds: ['server', 'web'], run: vitest('--project', 'e2e') },
  bench: { builds: ['server', 'web'], run: tsx('test/bench/main.ts') },
  stress: { builds: ['server', 'web'], run: tsx('test/stress/main.ts') },
  picture: { builds: ['server', 'web'], run: tsx('test/e2e/take-picture.ts') },
  verify: { builds: ['server', 'web'], run: verify },
  dev: { builds: [], run: dev },
}

/** npm signals the shell that runs a script, and the shell tells nobody: once it is gone, this process stops, too. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 100)
  watch.unref()
}

const [name, ...args] = process.argv.slice(2)
const task = tasks[name]
const [major, minor] = process.versions.node.split('.').map(Number)

if (!task) {
  console.error(`Unknown command ${name ?? ''}. One of: ${Object.keys(tasks).join(', ')}`)
  process.exitCode = 2
} else if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This needs Node 20.19 or later; here is ${process.version}. See https://nodejs.org/`)
  process.exitCode = 1
} else {
  const calledFrom = process.env.INIT_CWD ?? process.cwd()
  if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(calledFrom, process.env.DATA_DIR)
  process.chdir(root)
  stopWithNpm()
  process.exitCode = (await install()) || (await build(task.builds)) || (await task.run(args, calledFrom))
}
