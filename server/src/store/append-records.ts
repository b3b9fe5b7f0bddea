import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import type { Db, Trx } from '../db/tables.ts'
import { DomainError, type Fault } from '../errors.ts'
import { deriveRollup, deriveState } from './derive-state.ts'
import { type GroupedRecords, groupRecords } from './group-records.ts'
import { checkFunds, checkSplits } from './money-rules.ts'
import { type Programme, readProgramme } from './programme.repo.ts'
import { findLast, insertRecords, listRecordsOfCounties, listRowsByIds, toRecord } from './record.repo.ts'
import { isSameRecord } from './same-record.ts'
import { listStatesOfCounties, replaceRollups, replaceStates } from './state.repo.ts'

export interface Appended {
  appended: number
  /** Records that were stored already, word for word. */
  repeated: number
}

/**
 * Appends records with the state and roll-ups that follow from them, in one transaction: all or nothing. A record
 * stored already is the same act and passes; the same id with other content is refused, so is broken money.
 */
export async function appendRecords(db: Db, records: readonly NewRecord[]): Promise<Appended> {
  return db.transaction().execute(async trx => {
    const fresh = await withoutRepeats(trx, records)
    const repeated = records.length - fresh.length
    if (fresh.length === 0) return { appended: 0, repeated }
    const programme = await readProgramme(trx)
    refuseStrangers(programme, fresh)
    const last = await findLast(trx)
    refuseOutOfOrder(fresh, last.recordedAt)
    const counties = [...new Set(fresh.map(record => record.countyCode))]
    const before = last.seq === 0 ? [] : await listRecordsOfCounties(trx, counties)
    const added = await insertRecords(trx, fresh, last.seq + 1)
    await writeState(trx, programme, { counties, all: before.concat(added), added })
    return { appended: fresh.length, repeated }
  })
}

/** The records not stored yet, in the order of their entry instants. */
async function withoutRepeats(trx: Trx, records: readonly NewRecord[]): Promise<NewRecord[]> {
  const stored = new Map(
    (
      await listRowsByIds(
        trx,
        records.map(record => record.id),
      )
    ).map(row => [row.id, row]),
  )
  const conflicts = records.filter(record => {
    const row = stored.get(record.id)
    return row !== undefined && !isSameRecord(toRecord(row), record)
  })
  if (conflicts.length > 0) {
    throw new DomainError(
      'recordConflict',
      '同一编号的记录内容不同。 / A record with the same id says something else.',
      conflicts.map(({ id }) => fault(id, 'recordConflict', `${id}: stored with other content`)),
    )
  }
  return records
    .filter(record => !stored.has(record.id))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
}

function refuseStrangers({ slots, plan }: Programme, records: readonly NewRecord[]): void {
  const countyOf = new Map(slots.map(slot => [slot.code, slot.countyCode]))
  const counties = new Set(plan.counties.map(county => county.code))
  const strangers = records.filter(({ centreCode, countyCode }) =>
    centreCode === null ? !counties.has(countyCode) : countyOf.get(centreCode) !== countyCode,
  )
  if (strangers.length === 0) return
  throw new DomainError(
    'centreUnknown',
    '记录所指的项目或县不在计划中。 / Records name a centre or county that the plan does not have.',
    strangers.map(({ id, centreCode, countyCode }) =>
      fault(id, 'centreUnknown', `${centreCode ?? 'county'} in ${countyCode}`),
    ),
  )
}

/** What was known at an earlier instant must never change, so nothing is entered before the newest entry. */
function refuseOutOfOrder(records: readonly NewRecord[], lastRecordedAt: string): void {
  const early = records.filter(record => record.recordedAt < lastRecordedAt)
  if (early.length === 0) return
  throw new DomainError(
    'recordOutOfOrder',
    `记录的录入时刻早于已有记录（${lastRecordedAt}）。 / Records are entered before the newest one (${lastRecordedAt}).`,
    early.map(({ id, recordedAt }) => fault(id, 'recordOutOfOrder', recordedAt)),
  )
}

async function writeState(
  trx: Trx,
  programme: Programme,
  { counties, all, added }: { counties: string[]; all: CentreRecord[]; added: CentreRecord[] },
): Promise<void> {
  const grouped = groupRecords(all)
  refuseBrokenMoney(programme, grouped, all, counties)
  const touched = new Set(added.map(record => record.centreCode))
  const slots = programme.slots.filter(slot => touched.has(slot.code))
  await replaceStates(
    trx,
    slots.map(slot => deriveState(slot, grouped.byCentre.get(slot.code) ?? [])),
  )
  const states = await listStatesOfCounties(trx, counties)
  await replaceRollups(
    trx,
    counties.map(county =>
      deriveRollup(
        county,
        states.filter(state => state.county_code === county),
        grouped.byCounty.get(county) ?? [],
      ),
    ),
  )
}

function refuseBrokenMoney(
  programme: Programme,
  { byCentre, byCounty }: GroupedRecords,
  all: readonly CentreRecord[],
  counties: readonly string[],
): void {
  const faults = [
    ...[...byCentre].flatMap(([owner, records]) => checkFunds(records, { plan: programme.plan, owner, slots: 1 })),
    ...counties.flatMap(owner =>
      checkFunds(byCounty.get(owner) ?? [], {
        plan: programme.plan,
        owner,
        slots: programme.slots.filter(slot => slot.countyCode === owner).length,
      }),
    ),
    ...checkSplits(all),
  ]
  if (faults.length === 0) return
  throw new DomainError('moneyRuleBroken', '资金记录违反硬性规则。 / Money entries break a hard rule.', faults)
}

const fault = (id: string, code: string, message: string): Fault => ({ pointer: `/records/${id}`, code, message })
