import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createAuditStore } from '../../../test/factories/audit.ts'
import { ANCHORS_FILE } from '../db/open.ts'
import { keepAnchor, readAnchors } from './audit-anchors.ts'

const AT = '2018-07-31T04:00:00.000Z'
const LATER = '2018-08-01T04:00:00.000Z'

async function storeForTest(acts: number) {
  const store = await createAuditStore(acts)
  onTestFinished(store.close)
  return { ...store, file: join(store.folder, ANCHORS_FILE) }
}

test('the head is kept as one line of JSON, and again once it has moved', async () => {
  const store = await storeForTest(3)
  await keepAnchor(store, AT)
  await keepAnchor(store, LATER)
  await store.append({})
  await keepAnchor(store, LATER)
  const rows = await store.rows()
  const kept = [
    { seq: 3, hash: rows[2]?.hash, at: AT },
    { seq: 4, hash: rows[3]?.hash, at: LATER },
  ]
  expect(readFileSync(store.file, 'utf8')).toBe(kept.map(anchor => `${JSON.stringify(anchor)}\n`).join(''))
  expect(await readAnchors(store.folder)).toEqual(kept)
})

test('of an empty chain there is nothing to keep', async () => {
  const store = await storeForTest(0)
  expect(await keepAnchor(store, AT)).toBeNull()
  expect(await readAnchors(store.folder)).toEqual([])
})

test('a line torn by a loss of power is passed over, and the next stands by itself', async () => {
  const store = await storeForTest(1)
  await keepAnchor(store, AT)
  appendFileSync(store.file, '{"seq":2,"ha')
  await store.append({})
  await keepAnchor(store, LATER)
  expect((await readAnchors(store.folder)).map(({ seq }) => seq)).toEqual([1, 2])
})

test('a chain shorter than before is another head', async () => {
  const store = await storeForTest(5)
  await keepAnchor(store, AT)
  store.tamper('delete from audit where seq > 3')
  expect(await keepAnchor(store, LATER)).toMatchObject({ seq: 3 })
  expect((await readAnchors(store.folder)).map(({ seq }) => seq)).toEqual([5, 3])
})

test('lines that are no anchor are none', async () => {
  const store = await storeForTest(0)
  writeFileSync(store.file, '\n{}\n[1]\n{"seq":"1","hash":"x","at":"now"}\n')
  expect(await readAnchors(store.folder)).toEqual([])
})
