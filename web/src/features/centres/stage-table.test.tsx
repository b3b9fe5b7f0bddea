import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createDetail, plan } from '../../../../test/factories/board.ts'
import { show } from '../../testing/show.tsx'
import { StageTable } from './stage-table.tsx'
import { usePlanWords } from './use-plan-words.ts'

const state = { reportId: null, recordedAt: null, implied: false, disputed: false, checkedOn: null, verified: null }
const centre = createDetail({
  stages: [
    { ...state, stage: 'sited', reported: '2018-03-08', verified: '2018-03-08', checkedOn: '2018-06-05' },
    {
      ...state,
      stage: 'started',
      reported: '2018-05-20',
      verified: '2018-05-28',
      checkedOn: '2018-06-05',
      disputed: true,
    },
    { ...state, stage: 'foundation', reported: '2018-07-10' },
    { ...state, stage: 'mainStructure', reported: null },
  ],
})

const Table = () => <StageTable centre={centre} words={usePlanWords(plan)} />
const cells = (name: RegExp) => page.getByRole('row', { name }).element().querySelectorAll('td, th')

test('what is reported and what is verified stand side by side, with the gap in days', async () => {
  show(<Table />)
  await expect.element(page.getByRole('row', { name: /已开工 2018-05-20 2018-05-28 晚 8 天/ })).toBeVisible()
  await expect.element(page.getByRole('row', { name: /已选址 2018-03-08 2018-03-08 一致/ })).toBeVisible()
  await expect.element(page.getByRole('row', { name: /基础完成 2018-07-10 未核实/ })).toBeVisible()
})

test('a gap has a shape beside its word, and no gap has none', async () => {
  show(<Table />)
  await expect.element(page.getByRole('row', { name: /已开工/ })).toBeVisible()
  expect([...cells(/已开工/)].filter(cell => cell.querySelector('svg'))).toHaveLength(1)
  expect([...cells(/主体完工/)].filter(cell => cell.querySelector('svg'))).toHaveLength(0)
})
