import { checkIntegrity } from '../db/check-file.ts'
import { hasCurrentSchema } from '../db/migrate.ts'
import type { Db } from '../db/tables.ts'
import { type AuditHead, findAuditHead } from '../store/append-audit.ts'
import { listEvidenceFiles } from '../store/check-evidence.ts'
import { checkStore, type Finding } from '../store/check-store.ts'
import type { Manifest } from './manifest.ts'

export type Heads = Pick<Manifest, 'programme' | 'recordSeq' | 'audit'>

export interface Inspected extends Heads {
  /** The SHA-256 of each photo and document it names. */
  evidence: string[]
  findings: Finding[]
}

/** What a database is about, and its newest record and act. Asks in a form that every schema answers. */
export async function readHeads(db: Db): Promise<Heads | null> {
  const row = await db.selectFrom('plan').select('plan').orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return null
  const { id, year, title } = JSON.parse(row.plan) as { id: string; year: number; title: { zh: string } }
  const newest = await db
    .selectFrom('record')
    .select(eb => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const audit = await findAuditHead(db)
  return { programme: { id, year, title: title.zh }, recordSeq: newest?.seq ?? 0, audit: { ...audit } }
}

async function hasTable(db: Db, name: string): Promise<boolean> {
  return (await db.introspection.getTables()).some(table => table.name === name)
}

/**
 * Looks at a snapshot as it is. Its rules are checked where it has the schema of this program: a backup taken before
 * an upgrade keeps the older one, so that the older program can be restored, too.
 */
export async function inspectSnapshot(db: Db, anchors: readonly AuditHead[]): Promise<Inspected | null> {
  const heads = await readHeads(db)
  if (heads === null) return null
  const findings = (await hasCurrentSchema(db)) ? await checkStore(db, anchors) : await checkIntegrity(db)
  const evidence = (await hasTable(db, 'evidence')) ? await listEvidenceFiles(db) : []
  return { ...heads, evidence, findings }
}
