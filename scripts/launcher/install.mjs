import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './child.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'

const PNPM = 'pnpm@12.21.0'
const STAMP = 'node_modules/.installed'
const packages = ['web', 'server', 'shared', 'data', 'test']
const sources = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  ...packages.map(name => `${name}/package.json`),
]

/** Installs the locked dependencies when they are missing or not those of the lockfile. Answers an exit code. */
export async function install() {
  const abi = process.versions.modules
  const wanted = `${abi} ${fingerprint(sources)}`
  const installed = readStamp(STAMP)
  if (installed === wanted) return 0
  console.log('Installing dependencies… (the first time better-sqlite3 may compile: 1 to 4 minutes)')
  const rebuilds = installed !== '' && !installed.startsWith(`${abi} `)
  const code =
    (await pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false')) ||
    (rebuilds && (await pnpm('rebuild', 'better-sqlite3')))
  if (code) explain()
  else writeStamp(STAMP, wanted)
  return code || 0
}

function pnpm(...args) {
  return run('npx', ['--yes', PNPM, ...args], { env: { ...process.env, ...nodeHeaders() } })
}

/** Compiles against the headers that came with this Node, where they did: nothing to download then. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath))
  const found = existsSync(join(prefix, 'include/node/node_version.h'))
  return found && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {}
}

const onPath = name => (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)))

function explain() {
  const missing = process.platform === 'win32' ? [] : ['python3', 'make', 'g++'].filter(name => !onPath(name))
  console.error('\nThe installation failed; the lines above say where.')
  if (missing.length === 0) console.error('Check that the npm registry can be reached, then run the command again.')
  else {
    console.error(`better-sqlite3 is compiled on this machine and needs ${missing.join(', ')}, not found here.`)
    console.error('Debian, Ubuntu: apt-get install python3 make g++   macOS: xcode-select --install')
  }
}
