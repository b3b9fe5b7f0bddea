import { createHash } from 'node:crypto'
import type { Db, Tables } from '@lvliang/server/db/tables'

/** Columns that say when somebody was last there: a read may move them. */
const TIMES: Record<string, readonly string[]> = {
  session: ['last_seen_at', 'updated_at'],
  wall_link: ['last_used_at'],
}

/** A hash of every row of every table, but for when somebody was last there and, where asked, refusals noted in the audit. */
export async function fingerprintOf(db: Db, { withRefusals = true } = {}): Promise<Record<string, string>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name).toSorted()
  const hashes = await Promise.all(
    tables.map(async name => {
      const rows: Record<string, unknown>[] = await db
        .selectFrom(name as keyof Tables)
        .selectAll()
        .execute()
      const kept = rows.filter(row => withRefusals || name !== 'audit' || row.outcome !== 'refused')
      const cells = kept.map(row =>
        JSON.stringify(Object.entries(row).filter(([column]) => !TIMES[name]?.includes(column))),
      )
      return [name, createHash('sha256').update(cells.toSorted().join('\n')).digest('hex')] as const
    }),
  )
  return Object.fromEntries(hashes)
}
