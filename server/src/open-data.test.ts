import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { plan, policy } from '../../test/factories/programme.ts'
import { createFolder, NOON } from '../../test/factories/store.ts'
import { openStore } from './db/open.ts'
import { openData } from './open-data.ts'
import { appendPlan } from './store/append-plan.ts'
import { listRows } from './store/record.repo.ts'
import { slotsOfPlan } from './store/slots.ts'

const clock = { now: () => NOON }

async function folderForTest() {
  const { folder, remove } = await createFolder()
  onTestFinished(remove)
  return folder
}

async function openForTest(dataDir: string, forceDemonstration = false) {
  const said: string[] = []
  const data = await openData({ dataDir, clock, forceDemonstration, say: line => said.push(line) })
  return { ...data, said }
}

async function makeLive(dataDir: string) {
  const store = await openStore(join(dataDir, 'live'))
  await appendPlan(store.db, { plan, policy, slots: slotsOfPlan(plan), addedAt: '2018-01-01T00:00:00.000Z' })
  await store.close()
}

test('without live data the demonstration is made once and then found', async () => {
  const folder = await folderForTest()
  for (const made of [1, 0]) {
    const data = await openForTest(folder)
    expect([data.demonstration, data.said.length, data.ledger.programme.slots.length]).toEqual([true, made, 90])
    await data.store.close()
  }
})

test('live data is served where it exists, the demonstration where it is insisted on', async () => {
  const folder = await folderForTest()
  await makeLive(folder)
  const live = await openForTest(folder)
  expect([live.demonstration, (await listRows(live.store.db)).length]).toEqual([false, 0])
  await live.store.close()
  const forced = await openForTest(folder, true)
  expect(forced.demonstration).toBe(true)
  expect((await listRows(forced.store.db)).length).toBeGreaterThan(1000)
  await forced.store.close()
})

test('a live folder into which nothing was loaded does not stand in the way', async () => {
  const folder = await folderForTest()
  await (await openStore(join(folder, 'live'))).close()
  const data = await openForTest(folder)
  expect(data.demonstration).toBe(true)
  await data.store.close()
})

test('a demonstration made from other files is made anew', async () => {
  const folder = await folderForTest()
  await (await openForTest(folder)).store.close()
  writeFileSync(join(folder, 'demo/made-from.sha256'), 'another')
  const again = await openForTest(folder)
  expect(again.said).toHaveLength(1)
  expect(again.ledger.programme.version).toBe(1)
  await again.store.close()
})
