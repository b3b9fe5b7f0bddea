import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '@lvliang/server/db/connection'
import { openStore, STORE_FILE } from '@lvliang/server/db/open'
import { type AuditAct, appendAudit, CONSOLE } from '@lvliang/server/store/append-audit'

const FIRST_MS = Date.UTC(2018, 6, 1, 4)
const HOUR_MS = 3_600_000
const OPERATIONS = ['signIn', 'changeAccount', 'loadRegister', 'listCentres'] as const
const OUTCOMES = ['done', 'done', 'refused', 'failed'] as const

/** The n-th act of a board in use: one an hour from noon of 2018-07-01 in Shanghai, 25 users, every outcome. */
export function createAct(n: number, overrides: Partial<AuditAct> = {}): AuditAct {
  const user = String(n % 25).padStart(2, '0')
  return {
    at: new Date(FIRST_MS + n * HOUR_MS).toISOString(),
    actor: {
      accountId: `00000000-0000-4000-8000-0000000000${user}`,
      username: `user${user}`,
      role: 'county',
      county: '141124',
      address: `10.0.0.${n % 250}`,
      requestId: `request-${n}`,
    },
    operation: OPERATIONS[n % 4] as string,
    outcome: OUTCOMES[n % 4] as 'done',
    subject: `account/${user}`,
    before: { disabled: false, version: n },
    after: { disabled: true, version: n + 1 },
    ...overrides,
  }
}

/** A real database, without a plan, as the live one of a data folder of its own, with the first acts written down. */
export async function createAuditStore(acts = 0) {
  const dataDir = await mkdtemp(join(tmpdir(), 'audit-'))
  const folder = join(dataDir, 'live')
  const store = await openStore(folder, { retryMs: 0 })
  const append = (...more: readonly Partial<AuditAct>[]) =>
    store.db.transaction().execute(async trx => {
      for (const act of more) await appendAudit(trx, { ...createAct(0), actor: CONSOLE, ...act })
    })
  await append(...Array.from({ length: acts }, (_, i) => createAct(i + 1)))
  return {
    ...store,
    dataDir,
    append,
    rows: () => store.db.selectFrom('audit').selectAll().orderBy('seq').execute(),
    /** Runs SQL on the file as somebody would who has it in their hands: no triggers, no checks. */
    tamper(...statements: readonly string[]) {
      const file = openConnection(join(folder, STORE_FILE))
      file.pragma('ignore_check_constraints = on')
      for (const act of ['update', 'delete']) file.exec(`drop trigger if exists audit_refuses_${act}`)
      for (const statement of statements) file.exec(statement)
      file.close()
    },
    async close() {
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
