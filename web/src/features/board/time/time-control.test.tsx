import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plan } from '../../../../../test/factories/board.ts'
import { show } from '../../../testing/show.tsx'
import { TimeControl } from './time-control.tsx'

function Year({ live = false }) {
  const [day, setDay] = useState('2018-07-31')
  const shown = live ? { ...plan, demonstration: false, latestDay: plan.today } : plan
  return (
    <>
      <output>{day}</output>
      <TimeControl plan={shown} day={day} onDay={setDay} settled />
    </>
  )
}

const day = () => page.getByRole('status')
const slider = () => page.getByRole('slider', { name: '截至日期' })

async function press(...keys: string[]) {
  await expect.element(slider()).toBeVisible()
  ;(slider().element() as HTMLElement).focus()
  for (const key of keys) await userEvent.keyboard(`{${key}}`)
}

test('the keys go by day, by week and to the ends of the year', async () => {
  show(<Year />)
  await expect.element(slider()).toHaveAttribute('aria-valuetext', '2018年7月31日')
  await press('ArrowLeft', 'PageDown')
  await expect.element(day()).toHaveTextContent('2018-07-23')
  await press('End')
  await expect.element(day()).toHaveTextContent('2018-12-31')
  await press('Home')
  await expect.element(day()).toHaveTextContent('2018-01-01')
})

test('the buttons step by the chosen unit, from node to node as well', async () => {
  show(<Year />)
  await page.getByRole('combobox', { name: '步长' }).selectOptions('节点')
  await page.getByRole('button', { name: '往后一节点' }).click()
  await expect.element(day()).toHaveTextContent('2018-09-30')
})

test('days without data cannot be chosen, and that they hold the plan alone is said', async () => {
  show(<Year live />)
  await press('Home', 'End')
  await expect.element(day()).toHaveTextContent('2018-07-31')
  await expect.element(page.getByText('7月31日之后只有计划，尚无数据')).toBeVisible()
})

test('playing moves on by itself and pauses when told', async () => {
  show(<Year />)
  await page.getByRole('button', { name: '播放' }).click()
  await expect.element(day()).not.toHaveTextContent('2018-07-31')
  await page.getByRole('button', { name: '暂停' }).click()
  await expect.element(page.getByRole('button', { name: '播放' })).toBeVisible()
})
