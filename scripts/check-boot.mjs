// Starts the built server several times over one empty data folder and asks it for what a visitor's browser asks first.
// Run with tsx, for the test support it shares with the e2e tests.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBuiltServer } from '../test/e2e/support/built-server.ts'
import { signInToDemonstration } from '../test/e2e/support/sign-in.ts'

const CEILING_MS = 1000
/** On a machine busy with other things everything takes longer: an empty Node, started beside each boot, says by how much. */
const EMPTY_NODES = 20
const headers = {
  'content-security-policy': /^(?!.*unsafe-(inline|eval)).*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /./,
  'permissions-policy': /./,
}

async function ask(url, status, type, cookie = '') {
  const response = await fetch(url, { headers: { cookie } })
  assert.equal(response.status, status, url)
  assert.match(response.headers.get('content-type') ?? '', type, url)
  for (const [name, pattern] of Object.entries(headers)) {
    assert.match(response.headers.get(name) ?? '', pattern, `${name} of ${url}`)
  }
  return response.text()
}

function startEmptyNode() {
  const started = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return performance.now() - started
}

async function boot(dataDir, check) {
  const server = await startBuiltServer(dataDir)
  try {
    await check(server.url)
  } finally {
    assert.equal(await server.stop(), 0, `stops cleanly on SIGTERM:\n${server.output()}`)
  }
  return server.readyMs
}

const dataDir = await mkdtemp(join(tmpdir(), 'lvliang-boot-'))
try {
  const first = await boot(dataDir, async url => {
    assert.match(await ask(url, 200, /^text\/html/), /<div id="root"/)
    await ask(`${url}/api/summary`, 401, /^application\/problem\+json/)
    const cookie = await signInToDemonstration(url)
    const summary = JSON.parse(await ask(`${url}/api/summary`, 200, /^application\/json/, cookie))
    assert.equal(
      Object.values(summary.byLight).reduce((sum, n) => sum + n, 0),
      summary.target,
      'one light for each slot',
    )
    await ask(`${url}/healthz`, 200, /./)
    await ask(`${url}/readyz`, 200, /./)
    await ask(`${url}/api/nowhere`, 404, /^application\/problem\+json/)
  })
  const later = []
  const empty = []
  for (let run = 0; run < 3; run++) {
    empty.push(startEmptyNode())
    later.push(await boot(dataDir, async () => {}))
  }
  const best = Math.min(...later)
  const ceiling = Math.max(CEILING_MS, EMPTY_NODES * Math.min(...empty))
  console.log(
    `first 200 after ${first.toFixed(0)} ms making the demonstration, ${best.toFixed(0)} ms with data there (best of ${later.length})`,
  )
  assert.ok(best <= ceiling, `more than ${ceiling.toFixed(0)} ms to the first 200`)
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
