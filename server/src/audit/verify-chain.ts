import type { AuditVerification } from '@lvliang/shared/audit/audit.schema'
import type { Store } from '../db/open.ts'
import type { AuditHead } from '../store/append-audit.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { verifyAudit } from '../store/verify-audit.ts'

/** Verifies the chain against the anchors beside the database, and one kept elsewhere. */
export async function verifyChain(
  { db, folder }: Pick<Store, 'db' | 'folder'>,
  elsewhere: AuditHead | null,
  now: () => string,
): Promise<AuditVerification> {
  const at = now()
  const anchors = await readAnchors(folder)
  const { rows, head, broken } = await verifyAudit(db, elsewhere ? [...anchors, elsewhere] : anchors)
  return { whole: broken === null, rows, head: { ...head, at }, broken }
}
