import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { unpackAll } from '../../../test/factories/archive.ts'
import {
  addPhoto,
  contentOf,
  createLiveFolder,
  enter,
  evidenceFile,
  MADE_AT,
  makeFolder,
  PHOTOS,
  sha256Of,
} from '../../../test/factories/backup.ts'
import { lockFile } from '../db/lock.ts'
import { openStore } from '../db/open.ts'
import { backUp } from './backup.service.ts'

async function liveForTest() {
  const live = await createLiveFolder()
  onTestFinished(live.close)
  const to = join(live.dataDir, 'backups')
  const make = (at = MADE_AT, keep: number | null = null) => backUp({ folder: live.folder, to, at, keep })
  const listed = () => readdirSync(to).sort()
  return { ...live, to, make, listed }
}

test('an archive holds the database, the settings, and the photos it names, each with its SHA-256', async () => {
  const { make, folder } = await liveForTest()
  const { file, manifest } = await make()
  const entries = await unpackAll(file)
  const photos = PHOTOS.map(evidenceFile).sort()
  expect(entries.map(({ name }) => name)).toEqual([
    'manifest.json',
    'store.sqlite',
    'audit-anchors.ndjson',
    'auth-secret',
    ...photos,
  ])
  const found = entries.slice(1).map(({ name, body }) => ({ path: name, bytes: body.length, sha256: sha256Of(body) }))
  expect(manifest.entries).toEqual(found)
  expect(manifest).toMatchObject({ kind: 'live', madeAt: MADE_AT, recordSeq: 1, audit: { seq: 1 } })
  const secret = entries.find(({ name }) => name === 'auth-secret')
  expect(secret?.body).toEqual(readFileSync(join(folder, 'auth-secret')))
})

test('whoever writes goes on meanwhile, and the archive holds what was written before it began', async () => {
  const live = await liveForTest()
  const before = await enter(live)
  const making = live.make()
  const during = await enter(live)
  const { manifest } = await making
  expect(manifest.recordSeq).toBeGreaterThanOrEqual(2)
  const ids = (await live.db.selectFrom('record').select('id').execute()).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([before, during]))
})

test('only its owner may read it, and nothing half made is left beside it', async () => {
  const { make, to, listed } = await liveForTest()
  mkdirSync(join(to, '.making-abcdef'), { recursive: true })
  writeFileSync(join(to, 'live-20180730T040000.000Z.tar.partial'), 'half')
  const { file } = await make()
  expect(listed()).toEqual(['backup.lock.sqlite', 'live-20180731T040000.000Z.tar'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('the oldest go, by our own names alone', async () => {
  const { make, to, listed } = await liveForTest()
  for (const day of ['26', '27', '28', '29']) await make(`2018-07-${day}T04:00:00.000Z`)
  for (const theirs of ['live-2018.tar', 'demo-20180101T040000.000Z.tar', 'live-20180101T040000.000Z.tar.gz']) {
    writeFileSync(join(to, theirs), '')
  }
  const { deleted } = await make('2018-07-30T04:00:00.000Z', 2)
  expect(deleted).toHaveLength(3)
  expect(listed()).toEqual([
    'backup.lock.sqlite',
    'demo-20180101T040000.000Z.tar',
    'live-2018.tar',
    'live-20180101T040000.000Z.tar.gz',
    'live-20180729T040000.000Z.tar',
    'live-20180730T040000.000Z.tar',
  ])
})

test('the one just made stays although the clock was set back', async () => {
  const { make } = await liveForTest()
  for (const day of ['29', '30']) await make(`2018-07-${day}T04:00:00.000Z`)
  const { file, deleted } = await make('2018-07-01T04:00:00.000Z', 2)
  expect([deleted, statSync(file).isFile()]).toEqual([['live-20180729T040000.000Z.tar'], true])
})

test.each<[string, (live: Awaited<ReturnType<typeof liveForTest>>) => unknown, RegExp]>([
  ['a photo that is gone', ({ folder }) => rmSync(join(folder, evidenceFile('a photo'))), /缺少文件.+is missing\.$/],
  [
    'a photo that is not what it was',
    ({ folder }) => writeFileSync(join(folder, evidenceFile('a photo')), 'A photo'),
    /SHA-256 不符.+is not what its SHA-256 says/,
  ],
  [
    'a state that its records do not say',
    ({ db }) => sql`update centre_state set stage = 'operating' where code = 'LL2018-034'`.execute(db),
    /1 处问题.+state: LL2018-034: stage is not what the records say/,
  ],
  [
    'an audit that an anchor knows more of',
    ({ folder }) =>
      writeFileSync(join(folder, 'audit-anchors.ndjson'), `{"seq":9,"hash":"${'a'.repeat(64)}","at":"${MADE_AT}"}\n`),
    /audit: audit row 2: missing/,
  ],
])('%s is no backup, and costs none of the earlier ones', async (_, damage, said) => {
  const live = await liveForTest()
  await live.make('2018-07-01T04:00:00.000Z')
  await damage(live)
  await expect(live.make(MADE_AT, 1)).rejects.toThrow(said)
  expect(live.listed()).toEqual(['backup.lock.sqlite', 'live-20180701T040000.000Z.tar'])
})

test('a photo added while the archive is made is in it only with its row', async () => {
  const live = await liveForTest()
  await addPhoto(live, 'a third photo')
  const making = live.make()
  await addPhoto(live, 'a fourth photo')
  const named = (await making).manifest.entries.filter(({ path }) => path.startsWith('evidence/'))
  expect(named.length).toBeGreaterThanOrEqual(4)
})

test('two at once in one folder are one and a refusal', async () => {
  const { make, to } = await liveForTest()
  mkdirSync(to)
  const other = lockFile(join(to, 'backup.lock.sqlite'), 0)
  await expect(make()).rejects.toThrow(/正在生成另一个备份.+another one is being made/)
  other?.release()
  expect((await make()).bytes).toBeGreaterThan(0)
})

test('a database without a plan is not backed up', async () => {
  const dataDir = makeFolder()
  await (await openStore(join(dataDir, 'live'))).close()
  const request = { folder: join(dataDir, 'live'), to: join(dataDir, 'backups'), at: MADE_AT, keep: null }
  await expect(backUp(request)).rejects.toThrow(/还没有工作计划.+holds no plan yet/)
})

test('what is backed up stays as it is', async () => {
  const { folder, dataDir, close } = await createLiveFolder()
  await close()
  const before = contentOf(folder)
  await backUp({ folder, to: join(dataDir, 'backups'), at: MADE_AT, keep: null })
  // A reader of a WAL database makes these; they hold nothing.
  const { 'store.sqlite-shm': _, 'store.sqlite-wal': wal = sha256Of(''), ...after } = contentOf(folder)
  expect([after, wal]).toEqual([before, sha256Of('')])
})
