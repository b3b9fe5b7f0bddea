import { join } from 'node:path'
import { openStoreForReading } from '@lvliang/server/db/open'
import type { Db } from '@lvliang/server/db/tables'
import type { Acknowledged } from './edit-client.ts'
import { groupBy } from './group-by.ts'

/** The records of a centre in the order of entry. */
async function recordsByCentre(db: Db) {
  const rows = await db.selectFrom('record').select(['id', 'centre_code', 'kind', 'body']).orderBy('seq').execute()
  return groupBy(rows, row => row.centre_code ?? '')
}

/** What became of acknowledged edits, read from the database itself: everything that is not as it should be. */
export async function findLost(dataDir: string, acknowledged: readonly Acknowledged[]) {
  const store = await openStoreForReading(join(dataDir, 'demo'))
  try {
    const centres = await recordsByCentre(store.db)
    const audited = await auditedRecords(store.db)
    const lost: string[] = []
    const overwritten: string[] = []
    for (const edit of acknowledged) {
      const place = centres.get(edit.code)?.findIndex(({ id }) => id === edit.id) ?? -1
      const record = centres.get(edit.code)?.[place]
      const stated = record && (JSON.parse(record.body) as { facts: Record<string, unknown> }).facts[edit.field]
      if (stated !== edit.value || audited.get(edit.id) !== 1) lost.push(edit.id)
      // The n-th record of a centre makes its version n: one made from another version covers what it had not seen.
      else if (place !== edit.from) overwritten.push(`${edit.id}: made from ${edit.from}, stored as ${place + 1}`)
    }
    return { lost, overwritten, differing: await findDiffering(store.db, acknowledged, centres) }
  } finally {
    await store.close()
  }
}

/** How often the audit names each record. */
async function auditedRecords(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('audit').select('after').where('operation', '=', 'changeCentre').execute()
  const counts = new Map<string, number>()
  for (const { after } of rows) {
    for (const { id } of JSON.parse(after ?? '[]') as { id: string }[]) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** Facts whose stored state is not the last value stated of them, one after the other. */
async function findDiffering(
  db: Db,
  acknowledged: readonly Acknowledged[],
  centres: Awaited<ReturnType<typeof recordsByCentre>>,
): Promise<string[]> {
  const edits = new Map(acknowledged.map(edit => [edit.id, edit]))
  const states = await db.selectFrom('centre_state').select(['code', 'state', 'version']).execute()
  return states.flatMap(({ code, state, version }) => {
    const { facts } = JSON.parse(state) as { facts: Record<string, unknown> }
    const records = centres.get(code) ?? []
    const last = new Map<string, string>()
    for (const { id } of records) {
      const edit = edits.get(id)
      if (edit) last.set(edit.field, edit.value)
    }
    return [
      ...(version === records.length ? [] : [`${code} is at version ${version} with ${records.length} records`]),
      ...[...last].flatMap(([field, value]) => (facts[field] === value ? [] : [`${code} ${field}: not ${value}`])),
    ]
  })
}
