import { newRecordSchema } from '@lvliang/shared/centres/record.schema'
import { planFileSchema } from '@lvliang/shared/plan/plan.schema'
import { policySchema } from '@lvliang/shared/plan/policy.schema'
import { checkForeignKeys, checkIntegrity } from '../db/check-file.ts'
import type { Db } from '../db/tables.ts'
import type { AuditHead } from './append-audit.ts'
import { checkVisits } from './check-visits.ts'
import type { RollupRow, StateRow } from './derive-state.ts'
import { groupRecords } from './group-records.ts'
import { checkFunds, checkSplits } from './money-rules.ts'
import { type Programme, readProgramme } from './programme.repo.ts'
import { deriveAllState } from './rebuild-state.ts'
import { listRows, type RecordRow, toRecord } from './record.repo.ts'
import { listRollups, listStates } from './state.repo.ts'
import { verifyAudit } from './verify-audit.ts'

/** One thing that is wrong, and where. */
export interface Finding {
  check:
    | 'integrity'
    | 'foreignKeys'
    | 'schema'
    | 'order'
    | 'money'
    | 'state'
    | 'rollup'
    | 'visit'
    | 'audit'
    | 'evidence'
  where: string
  what: string
}

interface Failure {
  success: boolean
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
}

const said = ({ error }: Failure) =>
  (error?.issues ?? []).map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`).join('; ')

function checkProgramme({ plan, policy, slots }: Programme): Finding[] {
  const files = { plan: planFileSchema.safeParse(plan), policy: policySchema.safeParse(policy) }
  const counties = new Set(plan.counties.map(({ code }) => code))
  return [
    ...Object.entries(files).flatMap(([where, parsed]): Finding[] =>
      parsed.success ? [] : [{ check: 'schema', where, what: said(parsed) }],
    ),
    ...slots
      .filter(({ countyCode }) => !counties.has(countyCode))
      .map(({ code, countyCode }) => ({ check: 'schema' as const, where: code, what: `no county ${countyCode}` })),
  ]
}

function checkRecords(rows: readonly RecordRow[], { slots }: Programme): Finding[] {
  const countyOf = new Map(slots.map(({ code, countyCode }) => [code, countyCode]))
  return rows.flatMap((row, i): Finding[] => {
    const where = `record ${row.seq} (${row.id})`
    const { seq: _, ...record } = toRecord(row)
    const parsed = newRecordSchema.safeParse(record)
    const before = rows[i - 1]
    return [
      ...(parsed.success ? [] : [{ check: 'schema' as const, where, what: said(parsed) }]),
      ...(row.centre_code !== null && countyOf.get(row.centre_code) !== row.county_code
        ? [{ check: 'schema' as const, where, what: `${row.centre_code} is not in ${row.county_code}` }]
        : []),
      ...(before && before.recorded_at > row.recorded_at
        ? [{ check: 'order' as const, where, what: `entered before record ${before.seq}` }]
        : []),
    ]
  })
}

/** The hard rules of money on every day, for each centre, each county's lumps and what was split from them. */
function checkMoney(rows: readonly RecordRow[], { plan, slots }: Programme): Finding[] {
  const records = rows.map(toRecord)
  const { byCentre, byCounty } = groupRecords(records)
  const quota = (county: string) => slots.filter(slot => slot.countyCode === county).length
  return [
    ...[...byCentre].flatMap(([owner, own]) => checkFunds(own, { plan, owner, slots: 1 })),
    ...[...byCounty].flatMap(([owner, own]) => checkFunds(own, { plan, owner, slots: quota(owner) })),
    ...checkSplits(records),
  ].map(({ pointer, message }) => ({ check: 'money', where: pointer, what: message }))
}

function compareRows<T extends StateRow | RollupRow>(
  check: Finding['check'],
  key: (row: T) => string,
  { stored, rebuilt }: { stored: readonly T[]; rebuilt: readonly T[] },
): Finding[] {
  const left = new Map(stored.map(row => [key(row), row]))
  const findings = rebuilt.flatMap((row): Finding[] => {
    const was = left.get(key(row))
    left.delete(key(row))
    if (!was) return [{ check, where: key(row), what: 'missing' }]
    const columns = (Object.keys(row) as (keyof T)[]).filter(column => row[column] !== was[column])
    return columns.map(column => ({ check, where: key(row), what: `${String(column)} is not what the records say` }))
  })
  return [...findings, ...[...left.keys()].map(where => ({ check, where, what: 'of nothing known' }))]
}

async function checkAudit(db: Db, anchors: readonly AuditHead[]): Promise<Finding[]> {
  const { broken } = await verifyAudit(db, anchors)
  return broken ? [{ check: 'audit', where: `audit row ${broken.seq}`, what: broken.what }] : []
}

async function checkContent(db: Db): Promise<Finding[]> {
  const programme = await readProgramme(db)
  const rows = await listRows(db)
  const found = [...checkProgramme(programme), ...checkRecords(rows, programme)]
  // What does not even have its form cannot be reckoned with.
  if (found.length > 0) return found
  const rebuilt = await deriveAllState(db)
  const stored = { states: await listStates(db), rollups: await listRollups(db) }
  return [
    ...checkMoney(rows, programme),
    ...compareRows('state', row => row.code, { stored: stored.states, rebuilt: rebuilt.states }),
    ...compareRows('rollup', row => row.county_code, { stored: stored.rollups, rebuilt: rebuilt.rollups }),
    ...(await checkVisits(db, rows)),
  ]
}

/** Everything that is wrong with a database, its audit held against anchors, too; empty where all is well. Reads only. */
export async function checkStore(db: Db, anchors: readonly AuditHead[] = []): Promise<Finding[]> {
  const file = [...(await checkIntegrity(db)), ...(await checkForeignKeys(db))]
  const content = file.length > 0 ? [] : await checkContent(db)
  return [...file, ...content, ...(await checkAudit(db, anchors))]
}
