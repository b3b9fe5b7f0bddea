import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Packed, packAll, unpackAll } from '../../../test/factories/archive.ts'
import {
  contentOf,
  copyBackup,
  createLiveFolder,
  enter,
  evidenceFile,
  MADE_AT,
  makeFolder,
  newFolder,
  PHOTOS,
  sha256Of,
} from '../../../test/factories/backup.ts'
import { lockForWriting } from '../db/lock.ts'
import { openStore } from '../db/open.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { checkStore } from '../store/check-store.ts'
import {
  cancellationInserts,
  listVisitCancellations,
  listVisitPlans,
  planInserts,
  type VisitCancellation,
  type VisitPlan,
} from '../store/visit-plans.repo.ts'
import { backUp } from './backup.service.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { restoreBackup } from './restore.service.ts'

const LATER = '2018-08-01T04:00:00.000Z'
const KEPT = 'live.before-20180801T040000.000Z'
const VISIT: VisitPlan = {
  seq: 1,
  id: 'b7c1a0de-0f35-4a57-9d0e-3a5d1f6c0001',
  centreCode: 'LL2018-034',
  countyCode: '141124',
  kind: 'unannounced',
  plannedOn: '2018-08-02',
  inspectors: ['任晓峰', '侯建国'].map(name => ({ accountId: name, name })),
  note: null,
  plannedAt: MADE_AT,
  plannedBy: '市督查组',
  accountId: '任晓峰',
}
const CALLED_OFF: VisitCancellation = {
  seq: 1,
  id: 'b7c1a0de-0f35-4a57-9d0e-3a5d1f6c0002',
  visitId: VISIT.id,
  reason: '暴雨',
  cancelledAt: MADE_AT,
  cancelledBy: '市督查组',
  accountId: null,
}
let original: { dataDir: string; later: string }

beforeAll(async () => {
  const live = await createLiveFolder(newFolder())
  const { db } = live
  await db
    .insertInto('verification')
    .values({
      id: 'v',
      identifier: 'set-up:x',
      value: 'x',
      expires_at: LATER,
      created_at: MADE_AT,
      updated_at: MADE_AT,
    })
    .execute()
  for (const query of planInserts(db, VISIT)) await db.executeQuery(query)
  for (const query of cancellationInserts(db, CALLED_OFF)) await db.executeQuery(query)
  await backUp({ folder: live.folder, to: join(live.dataDir, 'backups'), at: MADE_AT, keep: null })
  original = { dataDir: live.dataDir, later: await enter(live) }
  await live.close()
  // Goes with the file, not with its first test.
  return () => rmSync(original.dataDir, { recursive: true, force: true })
})

const restore = (dataDir: string, file: string, isDryRun = false) =>
  restoreBackup({ file, dataDir, at: LATER, isDryRun, say: () => {} })

async function recordIds(folder: string): Promise<string[]> {
  const { db, close } = await openStore(folder, { retryMs: 0 })
  const rows = await db.selectFrom('record').select('id').orderBy('seq').execute()
  await close()
  return rows.map(({ id }) => id)
}

test('a restore brings back all there was, and keeps what it replaces', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  const before = contentOf(folder)
  const { kept, manifest } = await restore(dataDir, file)
  expect([kept, manifest.madeAt]).toEqual([join(dataDir, KEPT), MADE_AT])
  expect(contentOf(join(dataDir, KEPT))).toEqual(before)
  const after = contentOf(folder)
  for (const content of PHOTOS) expect(after[evidenceFile(content)]).toBe(sha256Of(content))
  for (const setting of ['auth-secret', 'audit-anchors.ndjson']) expect(after[setting]).toBe(before[setting])
  expect(Object.keys(after).filter(path => /incoming|derived/.test(path))).toEqual([])
  expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
  expect(await recordIds(folder)).toHaveLength(1)
  expect(await recordIds(join(dataDir, KEPT))).toContain(original.later)
  expect(readdirSync(dataDir).sort()).toEqual(['backups', 'live', KEPT, 'writer.lock.sqlite'])
})

test('it is written into the audit, and neither sessions nor one-time links come back', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  await restore(dataDir, file)
  const { db, close } = await openStore(folder, { retryMs: 0 })
  const [, row] = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
  expect(row).toMatchObject({ operation: 'restoreBackup', username: 'console', at: LATER, outcome: 'done' })
  expect(JSON.parse(row?.after ?? '')).toEqual({ file: 'live-20180731T040000.000Z.tar', madeAt: MADE_AT, records: 1 })
  expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('verification').selectAll().execute()).toEqual([])
  expect(await checkStore(db, await readAnchors(folder))).toEqual([])
  await close()
})

test('visits planned and called off come back', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  await restore(dataDir, file)
  const { db, close } = await openStore(folder, { retryMs: 0 })
  expect(await listVisitPlans(db)).toEqual([VISIT])
  expect(await listVisitCancellations(db)).toEqual([CALLED_OFF])
  await close()
})

test('it is restored into a data folder that holds nothing yet', async () => {
  const { file } = copyBackup(original)
  const dataDir = join(makeFolder(), 'new')
  expect((await restore(dataDir, file)).kept).toBeNull()
  expect(await recordIds(join(dataDir, 'live'))).toHaveLength(1)
})

test('a dry run proves the backup and changes nothing', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  const before = contentOf(folder)
  await restore(dataDir, file, true)
  expect(contentOf(folder)).toEqual(before)
  expect(readdirSync(dataDir).sort()).toEqual(['backups', 'live', 'writer.lock.sqlite'])
})

test('nothing is restored beneath a running server', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  const before = contentOf(folder)
  const server = lockForWriting(folder, 0)
  await expect(restore(dataDir, file)).rejects.toMatchObject({ code: 'storeLocked' })
  server.release()
  expect(contentOf(folder)).toEqual(before)
})

test('two restores at once are one and a refusal', async () => {
  const { dataDir, file } = copyBackup(original)
  const other = lockForWriting(dataDir, 0)
  await expect(restore(dataDir, file)).rejects.toMatchObject({ code: 'storeLocked' })
  other.release()
})

test('what was kept before is never written over', async () => {
  const { dataDir, folder, file } = copyBackup(original)
  mkdirSync(join(dataDir, KEPT))
  const before = contentOf(folder)
  await expect(restore(dataDir, file)).rejects.toThrow(/已有 live\.before/)
  expect(contentOf(folder)).toEqual(before)
  expect(readdirSync(dataDir)).not.toContain('restore.json')
})

test('what a restore cut short has left behind is cleared away', async () => {
  const { dataDir, file } = copyBackup(original)
  mkdirSync(join(dataDir, 'live.restoring-20180101T000000.000Z'))
  await restore(dataDir, file)
  expect(readdirSync(dataDir).filter(name => name.includes('restoring'))).toEqual([])
})

describe('a bad archive is refused before anything is touched:', () => {
  /** What was there stays as it is, to the byte, and nothing is added. */
  async function expectRefused(damage: (file: string) => unknown, said: RegExp | string) {
    const { dataDir, folder, file } = copyBackup(original)
    await damage(file)
    const before = contentOf(folder)
    const refused = restore(dataDir, file)
    await expect(refused).rejects.toThrow(said)
    await expect(refused).rejects.toMatchObject({ name: 'DomainError' })
    expect(contentOf(folder)).toEqual(before)
    expect(readdirSync(dataDir).filter(name => name !== 'writer.lock.sqlite')).toEqual(['backups', 'live'])
  }

  const repack = (change: (entries: Packed[], manifest: Manifest) => Packed[]) => async (file: string) => {
    const entries = await unpackAll(file)
    const { seal: _, ...manifest } = JSON.parse(String(entries[0]?.body))
    await packAll(file, change(entries, manifest))
  }
  /** A manifest sealed as ours, by somebody who knows how. */
  const sealed = (manifest: Manifest) => ({ name: 'manifest.json', body: Buffer.from(writeManifest(manifest)) })
  /** An archive right in every respect but for what is in its database. */
  const withDatabase = (change: (db: Sqlite.Database) => void, heads: Partial<Manifest> = {}) =>
    repack(([, store, ...rest], manifest) => {
      const path = join(makeFolder(), 'store.sqlite')
      writeFileSync(path, (store as Packed).body)
      const db = new Sqlite(path)
      change(db)
      db.close()
      const body = readFileSync(path)
      const [first, ...entries] = manifest.entries
      const described = { path: first?.path as string, bytes: body.length, sha256: sha256Of(body) }
      return [
        sealed({ ...manifest, ...heads, entries: [described, ...entries] }),
        { ...(store as Packed), body },
        ...rest,
      ]
    })

  test.each([0, 1, 100, 511, 512, 700, 1024, 1536, 20_000, -1, -512, -1024, -1025, -100_000])(
    'cut at byte %i',
    async at => {
      await expectRefused(
        file => truncateSync(file, at < 0 ? statSync(file).size + at : at),
        /备份文件不可用.+of no use/,
      )
    },
  )

  test('longer than it was', async () => {
    await expectRefused(file => writeFileSync(file, Buffer.alloc(512), { flag: 'a' }), /长度不符.+too long/)
  })

  const flip = (at: (content: Buffer, entries: Packed[]) => number) => async (file: string) => {
    const entries = await unpackAll(file)
    const content = readFileSync(file)
    const index = at(content, entries)
    content[index] = (content[index] as number) ^ 1
    writeFileSync(file, content)
  }

  test.each([0, 1, 2, 3, 4, 5, 6])('a byte flipped in the content of entry %i, and one in its header', async i => {
    // The manifest names every entry, so its own header is the last place where the name stands.
    const header = (content: Buffer, entries: Packed[]) => content.lastIndexOf((entries[i] as Packed).name)
    const middle = (entries: Packed[]) => 512 + ((entries[i] as Packed).body.length >> 1)
    await expectRefused(flip(header), /of no use/)
    await expectRefused(
      flip((content, entries) => header(content, entries) + middle(entries)),
      /of no use/,
    )
  })

  test('no manifest', async () => {
    await expectRefused(
      repack(([, ...rest]) => rest),
      /缺少清单.+does not begin with a manifest/,
    )
  })

  test('a manifest that was changed by hand', async () => {
    await expectRefused(
      repack(([first, ...rest]) => {
        const body = Buffer.from(String((first as Packed).body).replace('"recordSeq": 1', '"recordSeq": 2'))
        return [{ name: 'manifest.json', body }, ...rest]
      }),
      /清单被改动或损坏/,
    )
  })

  test('a newer format', async () => {
    const newer = { name: 'manifest.json', body: Buffer.from('{"format":2}') }
    await expectRefused(
      repack(([, ...rest]) => [newer, ...rest]),
      /由更新版本的程序生成.+please upgrade/,
    )
  })

  test('a hash that is another', async () => {
    await expectRefused(
      repack(([, ...rest], manifest) => {
        const [store, ...entries] = manifest.entries
        const wrong = { ...store, sha256: 'f'.repeat(64) } as Manifest['entries'][number]
        return [sealed({ ...manifest, entries: [wrong, ...entries] }), ...rest]
      }),
      /store\.sqlite 的 SHA-256 不符/,
    )
  })

  test('an entry more, an entry twice, an entry less', async () => {
    const more = { name: 'more', body: Buffer.from('x') }
    await expectRefused(
      repack(entries => [...entries, more]),
      /清单之外的内容 more/,
    )
    await expectRefused(
      repack(entries => [...entries, entries[1] as Packed]),
      /清单之外的内容/,
    )
    await expectRefused(
      repack(entries => entries.slice(0, -1)),
      /缺少 evidence/,
    )
  })

  test('a link in the place of a file', async () => {
    await expectRefused(
      repack(([first, , ...rest]) => [
        first as Packed,
        { name: 'store.sqlite', body: Buffer.alloc(0), type: 'symlink', linkname: '/etc/passwd' },
        ...rest,
      ]),
      /清单之外的内容 store\.sqlite/,
    )
  })

  test.each([
    '../outside',
    '/tmp/outside',
    'evidence/../../outside',
    'evidence/aa/short',
    'sub/folder',
    'writer.lock.sqlite',
    'store.sqlite-wal',
    '.hidden',
    'a\\b',
  ])('a path that leads elsewhere: %s', async path => {
    const body = Buffer.from('x')
    await expectRefused(
      repack(([, ...rest], manifest) => {
        const entry = { path, bytes: 1, sha256: sha256Of(body) }
        return [sealed({ ...manifest, entries: [...manifest.entries, entry] }), ...rest, { name: path, body }]
      }),
      /清单被改动或损坏/,
    )
  })

  test('no tar archive', async () => {
    await expectRefused(file => writeFileSync(file, 'PK\x03\x04 a zip, say'.repeat(100)), /不是完整的 tar/)
    await expectRefused(file => writeFileSync(file, gzipSync(readFileSync(file))), /不是完整的 tar/)
    await expectRefused(file => writeFileSync(file, Buffer.alloc(10_240)), /空文件或不是 tar/)
  })

  test('a database of a newer program', async () => {
    const add = `insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')`
    await expectRefused(
      withDatabase(db => db.exec(add)),
      /数据库由更新版本的程序建立/,
    )
  })

  test('a database that breaks a rule', async () => {
    await expectRefused(
      withDatabase(db => db.exec(`update centre_state set stage = 'operating' where code = 'LL2018-034'`)),
      /1 处问题[\s\S]+stage is not what the records say/,
    )
  })

  test('another database than its manifest speaks of', async () => {
    await expectRefused(
      withDatabase(() => {}, { recordSeq: 7 }),
      /数据库与清单不符/,
    )
  })

  test('an audit of which an anchor knows more', async () => {
    const anchor = { seq: 9, hash: 'a'.repeat(64) }
    const body = Buffer.from(`${JSON.stringify({ ...anchor, at: MADE_AT })}\n`)
    await expectRefused(
      repack(([, store, , ...rest], manifest) => {
        const [first, , ...entries] = manifest.entries
        const path = 'audit-anchors.ndjson'
        const anchors = { path, bytes: body.length, sha256: sha256Of(body) }
        const list = [first as Manifest['entries'][number], anchors, ...entries]
        return [sealed({ ...manifest, entries: list }), store as Packed, { name: path, body }, ...rest]
      }),
      /audit: audit row 2: missing/,
    )
  })

  test('a photo that its database names and it does not hold', async () => {
    await expectRefused(
      repack((entries, manifest) => [
        sealed({ ...manifest, entries: manifest.entries.slice(0, -1) }),
        ...entries.slice(1, -1),
      ]),
      /evidence: .+: cannot be read: ENOENT/,
    )
  })

  test('a file that is not there', async () => {
    const { dataDir } = copyBackup(original)
    await expect(restore(dataDir, join(dataDir, 'nothing.tar'))).rejects.toThrow(/ENOENT/)
    expect(existsSync(join(dataDir, 'live'))).toBe(true)
  })
})
