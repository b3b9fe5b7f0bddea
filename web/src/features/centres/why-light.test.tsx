import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createCentre, createDetail, plan } from '../../../../test/factories/board.ts'
import { show } from '../../testing/show.tsx'
import { NodeTable } from './node-table.tsx'
import { usePlanWords } from './use-plan-words.ts'
import { WhyLight } from './why-light.tsx'

const Why = ({ centre }: { centre: CentreDetail }) => <WhyLight centre={centre} words={usePlanWords(plan)} />
const Nodes = ({ centre }: { centre: CentreDetail }) => (
  <NodeTable centre={centre} plan={plan} words={usePlanWords(plan)} />
)

const overdue = { code: 'planNodeOverdue', params: { milestone: 'groundbreaking', days: 61 }, text: '' }
const why = page.getByRole('region', { name: '为什么是这个状态' })

test('every reason is a sentence with the node and the days', async () => {
  show(<Why centre={createDetail({ light: { colour: 'red', reasons: [overdue], justified: null } })} />)
  await expect.element(why).toHaveTextContent('开工逾期61天（计划节点）')
})

test('an approved delay says why and until which weekday', async () => {
  const light = { colour: 'red' as const, reasons: [overdue], justified: { reason: 'geology', until: '2018-08-31' } }
  show(<Why centre={createDetail({ light })} />)
  await expect.element(why).toHaveTextContent('经批准延期（地质），有效至 8月31日（周五）')
})

test('a centre on track says so, an empty slot not yet due says that', async () => {
  show(<Why centre={createDetail()} />)
  await expect.element(why).toHaveTextContent('没有逾期')
  show(<Why centre={createDetail({ stage: 'proposed' })} />)
  await expect.element(why.nth(1)).toHaveTextContent('选址时限也还没有到')
})

test('the latest safe start turns into a warning once it has passed', async () => {
  show(<Why centre={createDetail({ latestSafeStart: '2018-07-27' })} />)
  await expect.element(why).toHaveTextContent('最晚应在 7月27日（周五） 开工，已过 4 天')
})

test('a node says how late it was done, which day nobody stated, and what a later visit confirmed', async () => {
  const { milestones } = createCentre()
  const centre = createDetail({
    stage: 'foundation',
    verifiedStage: 'foundation',
    milestones: {
      ...milestones,
      siteSelection: { ...milestones.siteSelection, done: true, completedOn: '2018-04-02', outcome: 'late' },
    },
  })
  show(<Nodes centre={centre} />)
  const row = page.getByRole('row', { name: /确定建设村/ })
  await expect.element(row).toHaveTextContent('确定建设村 计划2018-03-10 周六逾期完成，晚 23 天未填随基础完成核实')
})

test('a node that a visit did not find reads as reported and disputed', async () => {
  const { milestones } = createCentre()
  const disputed = {
    stage: 'started' as const,
    reportId: null,
    reported: '2018-05-30',
    recordedAt: null,
    verified: null,
    checkedOn: '2018-06-20',
    disputed: true,
    implied: false,
  }
  const centre = createDetail({
    stage: 'started',
    stages: [disputed],
    milestones: {
      ...milestones,
      groundbreaking: { ...milestones.groundbreaking, done: true, completedOn: '2018-05-30', outcome: 'onTime' },
    },
  })
  show(<Nodes centre={centre} />)
  await expect.element(page.getByRole('row', { name: /^开工/ })).toHaveTextContent('上报按期，核实有异议')
})
