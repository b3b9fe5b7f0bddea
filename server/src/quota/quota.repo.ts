import type { MoveQuota } from '@lvliang/shared/quota/quota.schema'
import type { Db, Trx } from '../db/tables.ts'

export async function findMove(db: Db | Trx, id: string): Promise<(MoveQuota & { movedAt: string }) | null> {
  const row = await db.selectFrom('quota_move').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { from_county, to_county, slots, reason, moved_at } = row
  return { id, fromCounty: from_county, toCounty: to_county, slots, reason, movedAt: moved_at }
}

/** The slots that went and came at an instant. */
export async function findSlotsOfMove(db: Db | Trx, at: string): Promise<{ retired: string[]; added: string[] }> {
  const rows = await db
    .selectFrom('centre')
    .select(['code', 'retired_at'])
    .where(eb => eb.or([eb('retired_at', '=', at), eb('added_at', '=', at)]))
    .orderBy('ordinal')
    .execute()
  return {
    retired: rows.filter(row => row.retired_at === at).map(({ code }) => code),
    added: rows.filter(row => row.retired_at !== at).map(({ code }) => code),
  }
}

export async function insertMove(
  trx: Trx,
  {
    id,
    fromCounty,
    toCounty,
    slots,
    reason,
    movedAt,
    accountId,
  }: MoveQuota & { movedAt: string; accountId: string | null },
): Promise<void> {
  await trx
    .insertInto('quota_move')
    .values({
      id,
      from_county: fromCounty,
      to_county: toCounty,
      slots,
      reason,
      moved_at: movedAt,
      account_id: accountId,
    })
    .execute()
}

export async function retireSlots(trx: Trx, codes: readonly string[], at: string): Promise<void> {
  await trx.updateTable('centre').set({ retired_at: at }).where('code', 'in', codes).execute()
}
