import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createAuditStore } from '../../../test/factories/audit.ts'
import { ANCHORS_FILE } from '../db/open.ts'
import { readAnchors } from '../store/audit-anchors.ts'
import { DailyAnchors } from './daily-anchors.ts'

async function anchorsForTest() {
  const store = await createAuditStore(1)
  onTestFinished(store.close)
  const clock = { at: '2018-07-31T04:00:00.000Z', now: () => Date.parse(clock.at) }
  const anchors = new DailyAnchors(store, clock)
  const kept = async () => (await readAnchors(store.folder)).map(({ seq, at }) => `${seq} ${at.slice(0, 16)}`)
  return { store, clock, anchors, kept }
}

test('the head is kept once a day in Shanghai, where it moved', async () => {
  const { store, clock, anchors, kept } = await anchorsForTest()
  await anchors.keepDue()
  await store.append({})
  for (const at of ['2018-07-31T15:59:00.000Z', '2018-07-31T16:00:00.000Z', '2018-08-01T15:00:00.000Z']) {
    clock.at = at
    await anchors.keepDue()
  }
  clock.at = '2018-08-01T16:00:00.000Z'
  await anchors.keepDue()
  expect(await kept()).toEqual(['1 2018-07-31T04:00', '2 2018-07-31T16:00'])
})

test('a clean stop keeps what came since, on the same day, too', async () => {
  const { store, anchors, kept } = await anchorsForTest()
  anchors.start()
  await anchors.keepDue()
  await store.append({})
  await anchors.stop()
  expect(await kept()).toEqual(['1 2018-07-31T04:00', '2 2018-07-31T04:00'])
})

test('a file that takes no anchor stops neither the server nor its end', async () => {
  const { store, anchors, kept } = await anchorsForTest()
  const path = join(store.folder, ANCHORS_FILE)
  mkdirSync(path)
  await anchors.keepDue()
  await anchors.stop()
  rmSync(path, { recursive: true })
  await anchors.keepDue()
  expect(await kept()).toEqual(['1 2018-07-31T04:00'])
})
