import { randomUUID } from 'node:crypto'
import type { ActDone, CountySheet } from '@lvliang/shared/centres/act.schema'
import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { type Api, askApi } from './ask-api.ts'

/** Facts anybody may state of any centre, as a sheet shows them. */
export const FIELDS = ['note', 'leader', 'unit', 'person', 'builder'] as const
export type Field = (typeof FIELDS)[number]

/** An edit the server said it has stored. */
export interface Acknowledged {
  id: string
  code: string
  field: Field
  value: string
  /** The version it was made from. */
  from: number
}

/** What a client counts while it edits. */
export interface Tally {
  acknowledged: Acknowledged[]
  conflicts: number
  /** Conflicts about the very field edited. */
  sameField: number
  /** What should not have happened. */
  wrong: string[]
  writeMs: number[]
}

export const newTally = (): Tally => ({ acknowledged: [], conflicts: 0, sameField: 0, wrong: [], writeMs: [] })

const valueIn = (sheet: CentreSheet, field: Field) => (field === 'note' ? sheet.note : sheet.people[field])

async function readSheet(api: Api, county: string, code: string): Promise<CentreSheet> {
  const { body } = await askApi<CountySheet>(api, 'GET', `/api/counties/${county}`)
  const sheet = body.items.find(item => item.code === code)
  if (!sheet) throw new Error(`${county} has no ${code}`)
  return sheet
}

/** Reads a centre, states one field, and where somebody was faster takes theirs as the base and tries again. */
export async function editOnce(
  api: Api,
  edit: { county: string; code: string; field: Field; value: string },
  tally: Tally,
): Promise<void> {
  const { county, code, field, value } = edit
  const id = randomUUID()
  let base = await readSheet(api, county, code)
  for (;;) {
    const started = performance.now()
    const { status, body } = await askApi<ActDone & { code?: string; current?: CentreSheet }>(
      api,
      'PATCH',
      `/api/centres/${code}`,
      { version: base.version, body: { id, facts: { [field]: value } } },
    )
    tally.writeMs.push(performance.now() - started)
    if (status === 201) {
      tally.acknowledged.push({ id, code, field, value, from: base.version })
      if (body.recordIds[0] !== id) tally.wrong.push(`${id} was answered as ${body.recordIds[0]}`)
      return
    }
    if (status !== 412 || body.code !== 'versionStale' || !body.current || body.current.version <= base.version) {
      tally.wrong.push(`${code} from version ${base.version}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
      return
    }
    tally.conflicts++
    if (valueIn(body.current, field) !== valueIn(base, field)) tally.sameField++
    base = body.current
  }
}
