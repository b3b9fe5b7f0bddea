import { expect, test } from 'vitest'
import { LruCache } from './lru-cache.ts'

test('what was used least recently goes first', () => {
  const cache = new LruCache<string, number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
})

test('the weights kept stay within the limit', () => {
  const cache = new LruCache<number, number>(100)
  for (let i = 0; i < 1000; i++) cache.set(i, i, 7)
  expect(cache.weight).toBeLessThanOrEqual(100)
  expect(cache.size).toBe(14)
})

test('one value beyond the limit stands alone until the next', () => {
  const cache = new LruCache<string, number>(10)
  cache.set('small', 1)
  cache.set('large', 2, 50)
  expect([cache.size, cache.get('large')]).toEqual([1, 2])
  cache.set('next', 3)
  expect([cache.get('large'), cache.get('next')]).toEqual([undefined, 3])
})

test('a key set again counts once', () => {
  const cache = new LruCache<string, number>(10)
  cache.set('a', 1, 4)
  cache.set('a', 2, 5)
  expect([cache.get('a'), cache.weight]).toEqual([2, 5])
})
