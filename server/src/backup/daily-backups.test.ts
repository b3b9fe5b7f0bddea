import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLiveFolder, makeFolder } from '../../../test/factories/backup.ts'
import { countsOf } from '../http/counters.ts'
import { DailyBackups } from './daily-backups.ts'

/** The programs of the sources are run as these tests are. */
process.execArgv.push('--conditions=source', '--import', 'tsx')

const AT = { hour: 3, minute: 30 }
const counted = () => Object.fromEntries(countsOf('backups'))

function backupsForTest(dataDir: string, now = Date.now()) {
  const clock = { at: now, now: () => clock.at }
  const to = join(dataDir, 'backups')
  const backups = new DailyBackups({ dataDir, to, at: AT, clock })
  onTestFinished(() => backups.stop())
  return {
    backups,
    clock,
    to,
    listed: () =>
      readdirSync(to)
        .filter(name => /^live-.*\.tar$/.test(name))
        .sort(),
  }
}

async function liveForTest() {
  const live = await createLiveFolder()
  onTestFinished(live.close)
  return live
}

test('a backup is made while the store is open, and counted', async () => {
  const { dataDir } = await liveForTest()
  const { backups, listed } = backupsForTest(dataDir)
  const before = counted().done ?? 0
  await Promise.all([backups.make(), backups.make()])
  expect(listed()).toHaveLength(1)
  expect(counted().done).toBe(before + 1)
}, 60_000)

test('14 stay', async () => {
  const { dataDir } = await liveForTest()
  const { backups, to, listed } = backupsForTest(dataDir)
  mkdirSync(to)
  for (let day = 10; day < 30; day++) writeFileSync(join(to, `live-201807${day}T193000.000Z.tar`), '')
  await backups.make()
  expect(listed()).toHaveLength(14)
  expect(listed()[0]).toBe('live-20180717T193000.000Z.tar')
}, 60_000)

test('one is made up for where the newest is more than a day old, and not otherwise', async () => {
  const { dataDir } = await liveForTest()
  const { backups, clock, listed } = backupsForTest(dataDir)
  await backups.makeMissed()
  expect(listed()).toHaveLength(1)
  await backups.makeMissed()
  expect(listed()).toHaveLength(1)
  clock.at += 25 * 3_600_000
  await backups.makeMissed()
  expect(listed()).toHaveLength(2)
}, 60_000)

test('a failure is counted, and nothing is thrown', async () => {
  const before = counted().failed ?? 0
  const { backups } = backupsForTest(makeFolder())
  await backups.make()
  expect(counted().failed).toBe(before + 1)
}, 60_000)

test('it is due at its time of day in Shanghai', async () => {
  const { backups } = backupsForTest(makeFolder(), Date.UTC(2018, 6, 31, 4))
  backups.start()
  expect(backups.next()?.toISOString()).toBe('2018-07-31T19:30:00.000Z')
  await backups.stop()
})

test('a backup under way ends with the server', async () => {
  const { dataDir } = await liveForTest()
  const { backups } = backupsForTest(dataDir)
  const before = counted()
  const making = backups.make()
  await backups.stop()
  await making
  expect(counted()).toEqual(before)
}, 60_000)
