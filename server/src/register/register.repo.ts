import type { CentreRecord } from '@lvliang/shared/centres/record.schema'
import type { CentreState } from '@lvliang/shared/centres/state'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { StoredCentre } from '@lvliang/shared/register/check-context'
import type { Db, Trx } from '../db/tables.ts'
import type { StateRow } from '../store/derive-state.ts'
import { toRecord } from '../store/record.repo.ts'

/** What the store knows of every slot, by code. */
export async function listStoredCentres(db: Db | Trx): Promise<Map<string, StoredCentre>> {
  const rows = await db.selectFrom('centre_state').select(['code', 'county_code', 'state']).orderBy('code').execute()
  return new Map(rows.map(row => [row.code, toStored(row)]))
}

function toStored({ code, county_code, state }: { code: string; county_code: string; state: string }): StoredCentre {
  const { facts, funds } = JSON.parse(state) as CentreState
  return {
    code,
    countyCode: county_code,
    town: facts.town ?? null,
    village: facts.village ?? null,
    villageCode: facts.villageCode ?? null,
    funds,
  }
}

/** The records of some centres, in the order of entry. */
export async function listRecordsOfCentres(db: Db | Trx, codes: readonly string[]): Promise<CentreRecord[]> {
  const rows = await db.selectFrom('record').selectAll().where('centre_code', 'in', codes).orderBy('seq').execute()
  return rows.map(toRecord)
}

/** States as far as roll-ups read them: without the folds themselves, which are the bulk. */
export async function listStatesToRollUp(db: Db | Trx): Promise<StateRow[]> {
  const columns = ['code', 'county_code', 'version', 'updated_at', 'stage', 'verified_stage', 'funds'] as const
  const rows = await db.selectFrom('centre_state').select(columns).execute()
  return rows.map(row => ({ ...row, state: '' }))
}

/** The records about counties themselves, in the order of entry. */
export async function listCountyRecords(db: Db | Trx): Promise<CentreRecord[]> {
  const rows = await db.selectFrom('record').selectAll().where('centre_code', 'is', null).orderBy('seq').execute()
  return rows.map(toRecord)
}

/** Centres with money entered for days after `day`. */
export async function listCodesWithMoneyAfter(db: Db | Trx, day: CalendarDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('record')
    .select('centre_code')
    .distinct()
    .where('kind', '=', 'fundEntry')
    .where('date', '>', day)
    .where('centre_code', 'is not', null)
    .execute()
  return new Set(rows.map(row => row.centre_code as string))
}
