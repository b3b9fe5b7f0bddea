import { refusal } from '../access/decide.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Trx } from '../db/tables.ts'
import { hasSession } from './sessions.repo.ts'

/**
 * Refuses an act whose session has ended since it was asked for: checking and hashing a password takes long, and
 * whoever was signed out, disabled or given another password meanwhile changes nothing any more.
 */
export async function refuseEnded(trx: Trx, { sessionId }: Viewer): Promise<void> {
  if (sessionId === null || !(await hasSession(trx, sessionId))) throw refusal('signInRequired')
}
