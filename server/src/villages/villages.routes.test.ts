import type { Villages } from '@lvliang/shared/villages/village.schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLiveApp } from '../../../test/factories/store.ts'

let live: Awaited<ReturnType<typeof createLiveApp>>
beforeAll(async () => {
  live = await createLiveApp()
})
afterAll(() => live.close())

const search = (query: Record<string, string>) => live.get<Villages>(`/api/villages?${new URLSearchParams(query)}`)

test('the gazetteer is whole', async () => {
  expect((await search({})).total).toBe(3072)
})

test.each([
  ['its name', { q: '前瓦窑坡' }],
  ['its pinyin initials', { q: 'QWYP' }],
  ['its code', { q: '141102001200' }],
  ['town and name', { q: '滨河 瓦窑' }],
])('a village is found by %s', async (_, query) => {
  expect((await search(query)).items[0]).toMatchObject({ code: '141102001200', name: '前瓦窑坡村委会' })
})

test('names that begin with the word come before names that hold it', async () => {
  const { items } = await search({ q: '马家', limit: '500' })
  const begins = items.map(({ name }) => name.startsWith('马家'))
  expect(begins.indexOf(false)).toBeGreaterThan(0)
  expect(begins.slice(begins.indexOf(false)).some(Boolean)).toBe(false)
})

test('a county narrows the search and the limit bounds the answer, not the total', async () => {
  const { items, total } = await search({ county: '141124', limit: '5' })
  expect(items).toHaveLength(5)
  expect(items.every(({ countyCode }) => countyCode === '141124')).toBe(true)
  expect(total).toBeGreaterThan(100)
})
