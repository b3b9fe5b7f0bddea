import type { InspectorList } from '@lvliang/shared/inspections/visit.schema'
import type { Db } from '../db/tables.ts'

type Inspector = InspectorList['items'][number]

/** Inspectors, then the city office, each by name. */
export async function listInspectors(db: Db): Promise<Inspector[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'county'])
    .where('role', 'in', ['inspector', 'cityOffice'])
    .where('disabled', '=', 0)
    .orderBy('role', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, role, county }) => ({
    accountId: id,
    name,
    role: role as Inspector['role'],
    homeCounty: county,
  }))
}
