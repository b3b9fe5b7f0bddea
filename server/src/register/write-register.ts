import { rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { CentreRecord, NewRecord } from '@lvliang/shared/centres/record.schema'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'
import type { SlotPlace } from '@lvliang/shared/register/check-context'
import type { CheckedRow } from '@lvliang/shared/register/check-register'
import { type DiffContext, diffRow } from '@lvliang/shared/register/diff-register'
import { chunks } from '../db/insert-many.ts'
import type { Db, Trx } from '../db/tables.ts'
import { type AuditAct, appendAudit, CONSOLE } from '../store/append-audit.ts'
import { deriveRollup, deriveState } from '../store/derive-state.ts'
import { groupRecords } from '../store/group-records.ts'
import { insertPlan, type NewSlot, type Programme } from '../store/programme.repo.ts'
import { findLast, insertRecords } from '../store/record.repo.ts'
import { replaceRollups, replaceStates } from '../store/state.repo.ts'
import { createOrderedIds } from './ordered-ids.ts'
import { listCountyRecords, listRecordsOfCentres, listStatesToRollUp } from './register.repo.ts'

/** The file read, as the audit names it. */
export interface RegisterSource {
  /** Without its path. */
  fileName: string
  sha256: string
  rows: number
}

export interface RegisterWork {
  source: RegisterSource
  plan: PlanFile
  policy: Policy
  programme: Programme | null
  /** The slots of a given plan; empty without one. */
  plannedSlots: readonly NewSlot[]
  checked: readonly CheckedRow[]
  /** Slots that the register opens. */
  newSlots: readonly SlotPlace[]
  asOf: CalendarDate | null
  now: string
  say(line: string): void
}

export interface Written {
  records: number
  newSlots: number
  changedCentres: number
}

/** Centres whose records are in memory at a time: bounds what a register of any size takes. */
const BATCH = 10
const SAY_EVERY = 2000

/** Writes what the register changes, with the state that follows from it and the act itself, in one transaction. */
export function writeRegister(db: Db, work: RegisterWork): Promise<Written> {
  return db.transaction().execute(async trx => {
    const slots = await writeProgramme(trx, work)
    const last = await findLast(trx)
    const context = diffContext(work, last.recordedAt)
    const written = { records: 0, newSlots: slots.added.length, changedCentres: 0 }
    await writeEmptyStates(trx, slots.added, work)
    let seen = 0
    for (const rows of chunks(work.checked, BATCH)) {
      const changed = await writeBatch(trx, rows, {
        context,
        slots: slots.all,
        firstSeq: last.seq + written.records + 1,
      })
      written.records += changed.records
      written.changedCentres += changed.centres
      seen += rows.length
      if (seen % SAY_EVERY === 0) work.say(`已写入 ${seen} / ${work.checked.length} 行…… / ${seen} rows written…`)
    }
    if (written.records > 0 || slots.added.length > 0) await writeRollups(trx, work.plan)
    await appendAudit(trx, actOf(work, written))
    return written
  })
}

function actOf({ source: { fileName, ...source }, asOf, now }: RegisterWork, written: Written): AuditAct {
  const subject = `register/${fileName}`
  return { at: now, actor: CONSOLE, operation: 'loadRegister', subject, after: { ...source, asOf, ...written } }
}

/** What {@link writeRegister} would write. */
export async function countChanges(db: Db | null, work: RegisterWork): Promise<Written> {
  const context = diffContext(work, '')
  const written = { records: 0, newSlots: slotsToAdd(work).length, changedCentres: 0 }
  for (const rows of chunks(work.checked, BATCH)) {
    for (const { records } of await diffBatch(db, rows, context)) {
      written.records += records.length
      if (records.length > 0) written.changedCentres += 1
    }
  }
  return written
}

/** A store made for a load that then failed is no store. */
export const discardFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

/** Entries are never earlier than the newest one, whatever the clock says. */
const notBefore = (now: string, last = '') => (now > last ? now : last)

const diffContext = ({ plan, asOf, now }: RegisterWork, lastRecordedAt: string): DiffContext => ({
  year: plan.year,
  asOf,
  recordedAt: notBefore(now, lastRecordedAt),
  recordedBy: 'register',
  newId: createOrderedIds(Date.parse(now)),
})

/** Slots that neither the store has yet, from a given plan and from the register, numbered on from the last. */
function slotsToAdd({ programme, plannedSlots, newSlots }: RegisterWork): NewSlot[] {
  const known = new Set(programme?.slots.map(({ code }) => code))
  const wanted = [...plannedSlots, ...newSlots].filter(({ code }) => !known.has(code))
  const last = programme?.slots.reduce((most, { ordinal }) => Math.max(most, ordinal), 0) ?? 0
  return wanted.map(({ code, countyCode }, i) => ({ code, countyCode, ordinal: last + i + 1 }))
}

async function writeProgramme(trx: Trx, work: RegisterWork): Promise<{ all: Map<string, NewSlot>; added: NewSlot[] }> {
  const added = slotsToAdd(work)
  const all = [...(work.programme?.slots ?? []), ...added]
  const plan = withQuotas(work.plan, all)
  if (work.programme === null || !isDeepStrictEqual(plan, work.programme.plan)) {
    await insertPlan(trx, {
      plan,
      policy: work.policy,
      addedAt: notBefore(work.now, work.programme?.addedAt),
      newSlots: added,
    })
  }
  return { all: new Map(all.map(slot => [slot.code, slot])), added }
}

/** New slots that no row fills stand empty. */
async function writeEmptyStates(trx: Trx, added: readonly NewSlot[], { checked }: RegisterWork): Promise<void> {
  const filled = new Set(checked.map(({ code }) => code))
  await replaceStates(
    trx,
    added.filter(({ code }) => !filled.has(code)).map(slot => deriveState(slot, [])),
  )
}

/** A county's quota is the number of its slots: everything divides by it. */
const withQuotas = (plan: PlanFile, slots: readonly NewSlot[]): PlanFile => ({
  ...plan,
  counties: plan.counties.map(county => ({
    ...county,
    quota: slots.filter(({ countyCode }) => countyCode === county.code).length,
  })),
})

interface RowChange {
  code: string
  before: CentreRecord[]
  records: NewRecord[]
}

async function diffBatch(db: Db | Trx | null, rows: readonly CheckedRow[], context: DiffContext): Promise<RowChange[]> {
  const codes = rows.map(({ code }) => code)
  const { byCentre } = groupRecords(db === null ? [] : await listRecordsOfCentres(db, codes))
  return rows.map(row => {
    const before = byCentre.get(row.code) ?? []
    return { code: row.code, before, records: diffRow(row, before, context) }
  })
}

async function writeBatch(
  trx: Trx,
  rows: readonly CheckedRow[],
  { context, slots, firstSeq }: { context: DiffContext; slots: Map<string, NewSlot>; firstSeq: number },
): Promise<{ records: number; centres: number }> {
  const changes = (await diffBatch(trx, rows, context)).filter(({ records }) => records.length > 0)
  const added = await insertRecords(
    trx,
    changes.flatMap(({ records }) => records),
    firstSeq,
  )
  const { byCentre } = groupRecords(added)
  await replaceStates(
    trx,
    changes.map(({ code, before }) =>
      deriveState(slots.get(code) as NewSlot, [...before, ...(byCentre.get(code) ?? [])]),
    ),
  )
  return { records: added.length, centres: changes.length }
}

async function writeRollups(trx: Trx, { counties }: PlanFile): Promise<void> {
  const codes = counties.map(({ code }) => code)
  const states = await listStatesToRollUp(trx)
  const { byCounty } = groupRecords(await listCountyRecords(trx))
  await replaceRollups(
    trx,
    codes.map(code =>
      deriveRollup(
        code,
        states.filter(({ county_code }) => county_code === code),
        byCounty.get(code) ?? [],
      ),
    ),
  )
}
