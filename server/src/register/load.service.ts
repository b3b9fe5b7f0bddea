import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { CalendarDate } from '@lvliang/shared/dates/calendar-date'
import type { Datum } from '@lvliang/shared/geo/datum'
import type { PlanFile } from '@lvliang/shared/plan/plan.schema'
import type { Policy } from '@lvliang/shared/plan/policy.schema'
import type { CheckContext, SlotPlace } from '@lvliang/shared/register/check-context'
import { type CheckedRow, checkRegister, sortProblems } from '@lvliang/shared/register/check-register'
import { countyAreas } from '@lvliang/shared/register/county-areas'
import type { Problem } from '@lvliang/shared/register/problem'
import { readRegister } from '@lvliang/shared/register/read-register'
import { finishSwap } from '../db/folder-swap.ts'
import { openStore, openStoreForReading, type Store, storeExists } from '../db/open.ts'
import { DomainError } from '../errors.ts'
import { type Clock, instantOf, liveTimes } from '../ledger/times.ts'
import { readCountyFeatures } from '../lib/county-features.ts'
import { findProgramme, type Programme } from '../store/programme.repo.ts'
import { readPlanFile, readPolicyFile } from '../store/read-plan.ts'
import { slotsOfPlan } from '../store/slots.ts'
import { checkLaterMoney } from './check-later-money.ts'
import { readGazetteer } from './gazetteer.ts'
import { type ReadXlsx, readFileTable } from './read-file.ts'
import { listStoredCentres } from './register.repo.ts'
import { countChanges, discardFolder, type Written, writeRegister } from './write-register.ts'

export interface LoadRequest {
  bytes: Uint8Array
  /** What the file is called, without its path. */
  fileName: string
  dataDir: string
  clock: Clock
  readXlsx: ReadXlsx
  plan: PlanFile | null
  datum: Datum
  asOf: CalendarDate | null
  isDryRun: boolean
  acceptsAnomalies: boolean
  say(line: string): void
}

export interface LoadResult {
  outcome: 'loaded' | 'clean' | 'refused'
  problems: Problem[]
  rows: number
  written: Written
}

const NOTHING: Written = { records: 0, newSlots: 0, changedCentres: 0 }

/** Loads a register whole or not at all: with any error, or a doubt not accepted, nothing is written anywhere. */
export async function loadRegister(request: LoadRequest): Promise<LoadResult> {
  finishSwap(request.dataDir)
  const folder = join(request.dataDir, 'live')
  const isNew = !storeExists(folder)
  if (isNew) return loadInto(null, folder, request)
  const store = await (request.isDryRun ? openStoreForReading(folder) : openStore(folder))
  try {
    return await loadInto(store, folder, request)
  } finally {
    await store.close()
  }
}

async function loadInto(store: Store | null, folder: string, request: LoadRequest): Promise<LoadResult> {
  const programme = store === null ? null : await findProgramme(store.db)
  const basis = readBasis(programme, request)
  const { problems, rows, checked, newSlots } = await examine(store, basis, request)
  if (problems.some(({ severity }) => isRefusing(severity, request))) {
    return { outcome: 'refused', problems, rows, written: NOTHING }
  }
  const written = await commit(store, folder, { request, basis, rows, checked, newSlots, programme })
  return { outcome: request.isDryRun ? 'clean' : 'loaded', problems, rows, written }
}

interface Examined {
  problems: Problem[]
  rows: number
  checked: CheckedRow[]
  newSlots: SlotPlace[]
}

/** Reads and checks the file. What it gives back has let go of the sheet, which is the larger part of it all. */
async function examine(store: Store | null, basis: Basis, request: LoadRequest): Promise<Examined> {
  const { say } = request
  say('读取文件…… / Reading the file…')
  const file = await readFileTable(request.bytes, request.readXlsx)
  if ('problems' in file) return { problems: file.problems, rows: 0, checked: [], newSlots: [] }
  const { rows, problems } = readRegister(file.table, basis.plan)
  say(`核对 ${rows.length} 行…… / Checking ${rows.length} rows…`)
  const { checked, newSlots, problems: found } = checkRegister(rows, await makeContext(store, basis, request))
  const later = store === null ? [] : await checkLaterMoney(store.db, checked, basis.plan, request.asOf)
  return {
    problems: sortProblems([...problems, ...found, ...later]),
    rows: rows.length,
    checked: checked.map(({ row: { placeOf: _, ...row }, ...rest }) => ({ ...rest, row })),
    newSlots,
  }
}

const isRefusing = (severity: Problem['severity'], { acceptsAnomalies }: LoadRequest) =>
  severity === 'error' || (severity === 'doubt' && !acceptsAnomalies)

export interface Basis {
  plan: PlanFile
  policy: Policy
}

/** The plan the register is read by: the one given, else the store's, else the one on file. */
function readBasis(programme: Programme | null, { plan }: LoadRequest): Basis {
  const policy = programme?.policy ?? readPolicyFile()
  if (programme !== null && plan !== null && programme.plan.id !== plan.id) {
    throw new DomainError(
      'recordInvalid',
      `数据目录中已有另一个计划（${programme.plan.id}），不能载入 ${plan.id}。 / ` +
        `The data folder already holds another plan (${programme.plan.id}); ${plan.id} needs its own.`,
    )
  }
  return { plan: plan ?? programme?.plan ?? readPlanFile(), policy }
}

async function makeContext(store: Store | null, { plan, policy }: Basis, request: LoadRequest): Promise<CheckContext> {
  return {
    plan,
    plannedSlots: request.plan === null ? null : slotsOfPlan(request.plan),
    stored: store === null ? new Map() : await listStoredCentres(store.db),
    gazetteer: readGazetteer(),
    areas: countyAreas(readCountyFeatures()),
    datum: request.datum,
    asOf: request.asOf,
    lastDay: request.asOf ?? liveTimes(request.clock, plan.year).today(),
    borderDoubtMetres: policy.borderDoubtMetres.value,
  }
}

interface Commit {
  request: LoadRequest
  basis: Basis
  rows: number
  checked: CheckedRow[]
  newSlots: SlotPlace[]
  programme: Programme | null
}

async function commit(store: Store | null, folder: string, { request, basis, rows, ...rest }: Commit) {
  const work = {
    ...basis,
    ...rest,
    source: { fileName: request.fileName, sha256: hash('sha256', request.bytes), rows },
    plannedSlots: request.plan === null ? [] : slotsOfPlan(request.plan),
    asOf: request.asOf,
    now: instantOf(request.clock),
    say: request.say,
  }
  if (request.isDryRun) return countChanges(store?.db ?? null, work)
  if (store !== null) return writeRegister(store.db, work)
  const made = await openStore(folder)
  let isWritten = false
  try {
    const written = await writeRegister(made.db, work)
    isWritten = true
    return written
  } finally {
    await made.close()
    if (!isWritten) discardFolder(folder)
  }
}
