import { expect, test } from 'vitest'
import { WorkQueue } from './work-queue.ts'

function createWork() {
  const open: (() => void)[] = []
  let most = 0
  let running = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await new Promise<void>(resolve => open.push(resolve))
    running--
  }
  return { work, finishOne: () => open.shift()?.(), most: () => most }
}

test('no more runs at once than allowed, and all of it runs', async () => {
  const queue = new WorkQueue({ atOnce: 2, mostWaiting: 8 })
  const { work, finishOne, most } = createWork()
  const all = Promise.all(Array.from({ length: 10 }, () => queue.run(work)))
  const ticking = setInterval(finishOne, 1)
  await all
  clearInterval(ticking)
  expect(most()).toBe(2)
})

test('it is full when as many wait as may', async () => {
  const queue = new WorkQueue({ atOnce: 1, mostWaiting: 1 })
  const { work, finishOne } = createWork()
  const first = queue.run(work)
  expect(queue.isFull).toBe(false)
  const second = queue.run(work)
  expect(queue.isFull).toBe(true)
  finishOne()
  await first
  expect(queue.isFull).toBe(false)
  finishOne()
  await second
})

test('work that fails makes room as well', async () => {
  const queue = new WorkQueue({ atOnce: 1, mostWaiting: 1 })
  const failing = queue.run(() => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  expect(await queue.run(async () => 'done')).toBe('done')
})
