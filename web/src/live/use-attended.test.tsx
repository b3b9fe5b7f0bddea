import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { show } from '../testing/show.tsx'
import { useAttended } from './use-attended.ts'

function Says({ minutes }: { minutes: number | null }) {
  return <p>{useAttended(minutes) ? 'attended' : 'left'}</p>
}

test('a page nobody touches for as long as a session may idle is left, until somebody does', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  show(<Says minutes={30} />)
  await expect.element(page.getByText('attended')).toBeVisible()
  vi.advanceTimersByTime(29 * 60_000)
  await expect.element(page.getByText('attended')).toBeVisible()
  vi.advanceTimersByTime(2 * 60_000)
  await expect.element(page.getByText('left')).toBeVisible()
  dispatchEvent(new Event('keydown'))
  await expect.element(page.getByText('attended')).toBeVisible()
  vi.useRealTimers()
})

test('a wall screen is meant to stand by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  show(<Says minutes={null} />)
  await expect.element(page.getByText('attended')).toBeVisible()
  vi.advanceTimersByTime(24 * 3600_000)
  await expect.element(page.getByText('attended')).toBeVisible()
  vi.useRealTimers()
})
