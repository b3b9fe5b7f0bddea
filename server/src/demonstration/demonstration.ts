import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NewRecord, newRecordSchema } from '@lvliang/shared/centres/record.schema'
import { endOfDay } from '@lvliang/shared/dates/calendar-date'
import { openStore, type Store } from '../db/open.ts'
import { PATHS } from '../paths.ts'
import { appendPlan } from '../store/append-plan.ts'
import { appendRecords } from '../store/append-records.ts'
import { readPlanFile, readPolicyFile } from '../store/read-plan.ts'
import { slotsOfPlan } from '../store/slots.ts'
import { readVisitPlans, seedVisitPlans, VISIT_PLANS } from './visit-plans.ts'

/** The day on which the demonstration stands. */
export const DEMONSTRATION_TODAY = '2018-07-31'

const demonstrationFiles = () =>
  readdirSync(PATHS.demonstration)
    .filter(name => name.endsWith('.ndjson'))
    .sort()
    .map(name => join(PATHS.demonstration, name))

/** One record a line. */
export function readRecords(path: string): NewRecord[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => newRecordSchema.parse(JSON.parse(line)))
}

/** Changes with anything the demonstration is made from. */
function fingerprint(): string {
  const hash = createHash('sha256').update(DEMONSTRATION_TODAY)
  const files = [PATHS.plan(2018), PATHS.policy(2018), VISIT_PLANS, ...demonstrationFiles()]
  for (const path of files) hash.update(readFileSync(path))
  return hash.digest('hex')
}

/** What is known by the end of the day on which the demonstration stands, and what its days ahead will bring. */
function splitRecords(): { known: NewRecord[]; outlook: NewRecord[] } {
  const records = demonstrationFiles().flatMap(readRecords)
  const now = endOfDay(DEMONSTRATION_TODAY)
  return {
    known: records.filter(({ recordedAt }) => recordedAt <= now),
    outlook: records.filter(({ recordedAt }) => recordedAt > now),
  }
}

/** The invented records of the days ahead: shown when looking ahead, no part of the store, which takes entries of today. */
export const demonstrationOutlook = (): NewRecord[] => splitRecords().outlook

async function seed({ db }: Store): Promise<void> {
  const plan = readPlanFile()
  await appendPlan(db, {
    plan,
    policy: readPolicyFile(),
    slots: slotsOfPlan(plan),
    addedAt: `${plan.year}-01-01T00:00:00.000Z`,
  })
  await appendRecords(db, splitRecords().known)
  await seedVisitPlans(db, readVisitPlans(slotsOfPlan(plan)))
}

/** Opens the demonstration, made anew where there is none or where what it is made from has changed. */
export async function openDemonstration(folder: string, say: (line: string) => void = () => {}): Promise<Store> {
  const stamp = join(folder, 'made-from.sha256')
  const wanted = fingerprint()
  const isStale = () => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted
  let stale = false
  const store = await openStore(folder, {
    isStale: () => {
      stale = isStale()
      return stale
    },
  })
  if (!stale) return store
  say('正在生成演示数据…… / Making the demonstration…')
  await seed(store)
  writeFileSync(stamp, wanted)
  return store
}
