import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, openStoreForReading } from '@lvliang/server/db/open'
import { describe, expect, onTestFinished, test } from 'vitest'
import { load, makeDataDir } from '../fixtures/registers/load.ts'
import { csvBytes, GOOD, tableOf } from '../fixtures/registers/table.ts'

const command = fileURLToPath(new URL('../../server/dist/accounts/admin/account.command.js', import.meta.url))

/** Runs the built command. */
function run(dataDir: string, args: string, env: Record<string, string> = {}) {
  const { PUBLIC_URL: _, ...own } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args.split(' ').filter(Boolean)], {
    env: { ...own, DATA_DIR: dataDir, PORT: '3100', ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

async function loadedDir(): Promise<string> {
  const dataDir = makeDataDir()
  await load(csvBytes(tableOf([GOOD])), dataDir)
  return dataDir
}

async function rowsOf(dataDir: string) {
  const store = await openStoreForReading(join(dataDir, 'live'))
  const accounts = await store.db.selectFrom('account').selectAll().orderBy('username').execute()
  const audit = await store.db.selectFrom('audit').selectAll().where('operation', '<>', 'loadRegister').execute()
  const links = await store.db.selectFrom('verification').selectAll().execute()
  await store.close()
  return { accounts, audit, links }
}

describe('over loaded data', () => {
  test('an account is made, listed, reset, disabled and enabled from the console, each written down', async () => {
    const dataDir = await loadedDir()
    const made = run(dataDir, 'create --role county --county 141124 --username Li.Na --name 李娜 --finance')
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain('li.na (county 141124)')
    const first = /http:\/\/127\.0\.0\.1:3100\/set-up#([\w-]{43})/.exec(made.stdout)?.[1]
    expect(first).toBeDefined()
    expect(run(dataDir, 'list').stdout).toContain('li.na\t李娜\tcounty\t141124\tyes\tinvited\t-\t-')

    const reset = run(dataDir, 'reset --username LI.NA', { PUBLIC_URL: 'https://board.example' })
    const second = /https:\/\/board\.example\/set-up#([\w-]{43})/.exec(reset.stdout)?.[1]
    expect(second).toBeDefined()
    expect(second).not.toBe(first)
    expect(run(dataDir, 'disable --username li.na').status).toBe(0)
    expect(run(dataDir, 'enable --username li.na').status).toBe(0)
    expect(run(dataDir, 'reset-second-factor --username li.na').status).toBe(0)

    const { accounts, audit, links } = await rowsOf(dataDir)
    expect(accounts).toMatchObject([{ username: 'li.na', county: '141124', finance: 1, disabled: 0, version: 3 }])
    expect(links).toEqual([])
    expect(audit.map(({ username, operation }) => `${username} ${operation}`)).toEqual([
      'console createAccount',
      'console makeSetUpLink',
      'console changeAccount',
      'console changeAccount',
      'console resetSecondFactor',
    ])
    for (const token of [first, second]) expect(JSON.stringify(audit)).not.toContain(token)
  }, 60_000)

  test('what breaks a rule is refused with 1 and its reason, and nothing is written', async () => {
    const dataDir = await loadedDir()
    for (const [args, reason] of [
      ['create --role county --username wang.fang', 'needs a county'],
      ['create --role county --county 110101 --username wang.fang', 'knows no county 110101'],
      ['disable --username nobody', 'There is no account nobody'],
    ] as const) {
      const { status, stdout, stderr } = run(dataDir, args)
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain(reason)
      expect(stderr).not.toContain('    at ')
    }
    expect(await rowsOf(dataDir)).toEqual({ accounts: [], audit: [], links: [] })
  }, 60_000)

  test('while a server runs only the list is given; for the rest the accounts page is named', async () => {
    const dataDir = await loadedDir()
    const server = await openStore(join(dataDir, 'live'))
    onTestFinished(() => server.close())
    const listed = run(dataDir, 'list')
    expect([listed.status, listed.stdout]).toEqual([0, expect.stringMatching(/^username\tname\t/)])
    const { status, stderr } = run(dataDir, 'disable --username li.na')
    expect(status).toBe(1)
    expect(stderr).toMatch(/Stop the running server or loader first\.\n.*use its accounts page\.\n$/)
  }, 60_000)
})

describe('over no data', () => {
  test.each([
    ['create --role leader --username li.na', 'npm run load -- FILE'],
    ['list', 'npm run load -- FILE'],
    ['list --demo', 'npm start -- --demo'],
  ])(
    '%s says what to do first',
    (args, hint) => {
      const { status, stderr } = run(makeDataDir(), args)
      expect(status).toBe(1)
      expect(stderr).toContain(hint)
    },
    30_000,
  )

  test('a database without a plan takes no account', async () => {
    const dataDir = makeDataDir()
    mkdirSync(join(dataDir, 'live'))
    await (await openStore(join(dataDir, 'live'))).close()
    const { status, stderr } = run(dataDir, 'create --role leader --username li.na')
    expect(status).toBe(1)
    expect(stderr).toContain('npm run load -- FILE')
    expect((await rowsOf(dataDir)).accounts).toEqual([])
  })

  test('a command line that cannot be followed ends with 2', () => {
    const { status, stderr } = run(makeDataDir(), 'create --role root --username li.na')
    expect(status).toBe(2)
    expect(stderr).toContain('--role “root”')
    expect(stderr).toContain('用法 usage:')
  })
})
