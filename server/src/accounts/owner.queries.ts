import { roleSchema } from '@lvliang/shared/accounts/role'
import type { Asker } from '@lvliang/shared/inspections/issue-party'
import type { Db } from '../db/tables.ts'

/** An account that is not disabled, as the rules of issues ask about it; null: there is none. */
export async function findOwner(db: Db, id: string): Promise<Asker | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'role', 'county'])
    .where('id', '=', id)
    .where('disabled', '=', 0)
    .executeTakeFirst()
  return row ? { accountId: row.id, principal: roleSchema.parse(row.role), county: row.county } : null
}
