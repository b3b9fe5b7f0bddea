import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore, type Store } from '@lvliang/server/db/open'
import { appendAudit, CONSOLE } from '@lvliang/server/store/append-audit'
import { appendPlan } from '@lvliang/server/store/append-plan'
import { appendRecords } from '@lvliang/server/store/append-records'
import { keepAnchor } from '@lvliang/server/store/audit-anchors'
import { slotsOfPlan } from '@lvliang/server/store/slots'
import type { NewRecord } from '@lvliang/shared/centres/record.schema'
import { onTestFinished } from 'vitest'
import { plan, policy } from './programme.ts'
import { report } from './records.ts'

export const MADE_AT = '2018-07-31T04:00:00.000Z'
export const PHOTOS = ['a photo', 'another photo', 'x'.repeat(200_000)]
export const sha256Of = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
export const evidenceFile = (content: string) => `evidence/${sha256Of(content).slice(0, 2)}/${sha256Of(content)}`

export const newFolder = () => mkdtempSync(join(tmpdir(), 'backup-'))

/** A folder that goes with the test. */
export function makeFolder(): string {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function addPhoto({ db, folder }: Pick<Store, 'db' | 'folder'>, content: string): Promise<void> {
  const sha256 = sha256Of(content)
  const path = join(folder, evidenceFile(content))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  const last = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  await db
    .insertInto('evidence')
    .values({
      seq: (last?.seq ?? 0) + 1,
      id: randomUUID(),
      kind: 'photo',
      sha256,
      media_type: 'image/jpeg',
      bytes: content.length,
      name: 'photo.jpg',
      county_code: '141124',
      centre_code: 'LL2018-034',
      stage: 'sited',
      width: 4,
      height: 3,
      taken_at: null,
      taken_lon: null,
      taken_lat: null,
      added_at: MADE_AT,
      added_by: '临县民政局',
      account_id: null,
    })
    .execute()
}

const sited = (recordedAt: string) => {
  const { seq: _, ...record } = report('sited', '2018-03-05', { recordedAt, id: randomUUID() })
  return record as NewRecord
}

/** Enters one more record; its id is what to look for later. */
export async function enter({ db }: Pick<Store, 'db'>, recordedAt = MADE_AT): Promise<string> {
  const record = sited(recordedAt)
  await appendRecords(db, [record])
  return record.id
}

/** A live folder as one in use: records, audit and its anchor, photos, a setting, what runs beside. Open. */
export async function createLiveFolder(dataDir = makeFolder()) {
  const folder = join(dataDir, 'live')
  const store = await openStore(folder, { retryMs: 0 })
  await appendPlan(store.db, { plan, policy, slots: slotsOfPlan(plan), addedAt: '2018-01-01T00:00:00.000Z' })
  await enter(store)
  const act = { at: MADE_AT, actor: CONSOLE, operation: 'loadRegister' }
  await store.db.transaction().execute(trx => appendAudit(trx, act))
  await keepAnchor(store, MADE_AT)
  for (const content of PHOTOS) await addPhoto(store, content)
  writeFileSync(join(folder, 'auth-secret'), `${'s'.repeat(43)}\n`)
  for (const made of ['derived/ab/picture.jpg', 'evidence/incoming/half']) {
    mkdirSync(dirname(join(folder, made)), { recursive: true })
    writeFileSync(join(folder, made), 'not kept')
  }
  return { dataDir, ...store }
}

/** A folder as it stands, each file by its SHA-256; what only runs beside it is left out. */
export function contentOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map(path => [path.slice(folder.length + 1), sha256Of(readFileSync(path))]))
}

/** The same folder and backup again, without making them anew. */
export function copyBackup({ dataDir }: { dataDir: string }) {
  const copy = makeFolder()
  cpSync(dataDir, copy, { recursive: true })
  const [name] = readdirSync(join(copy, 'backups')).filter(found => found.endsWith('.tar'))
  return { dataDir: copy, folder: join(copy, 'live'), file: join(copy, 'backups', name as string) }
}
