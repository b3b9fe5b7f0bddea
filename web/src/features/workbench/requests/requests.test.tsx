import type { CentreSheet } from '@lvliang/shared/centres/centre.schema'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createCentreSheet } from '../../../../../test/factories/county-sheet.ts'
import { showRouted } from '../../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../../testing/stub-api.ts'
import { useWorkbenchWords } from '../workbench-words.ts'
import { RelocationRequest } from './relocation-request.tsx'
import { SuspensionForm } from './suspension-form.tsx'

const centre = createCentreSheet({ code: 'LL2018-035', name: '石沟村', village: '石沟村', version: 7 })
const at = `POST /centres/${centre.code}`
const done = (now: CentreSheet = { ...centre, version: 8 }) => answer({ centre: now, recordIds: ['id'] }, 201)

function Requests() {
  useWorkbenchWords()
  return (
    <>
      <SuspensionForm centre={centre} today="2018-07-31" />
      <RelocationRequest centre={centre} today="2018-07-31" />
    </>
  )
}

test('a stop of work is recorded with its reason', async () => {
  const asked = stubApi({ [`${at}/suspensions`]: () => done() })
  showRouted(<Requests />)
  const form = page.getByRole('form', { name: '停工' })
  await form.getByLabelText('原因').fill('暴雨')
  await userEvent.keyboard('{Enter}')
  await expect.element(form.getByRole('status')).toHaveTextContent('已提交。')
  expect(asked[0]).toMatchObject({ ifMatch: '"7"', body: { date: '2018-07-31', until: null, reason: '暴雨' } })
})

test('a centre changed meanwhile is said so, and the request goes with the next press', async () => {
  let tries = 0
  const asked = stubApi({
    [`${at}/relocations`]: () =>
      ++tries === 1 ? refuse(412, 'versionStale', { current: { ...centre, version: 9 } }) : done(),
  })
  showRouted(<Requests />)
  const form = page.getByRole('form', { name: '调整建设村' })
  await form.getByLabelText('原因').fill('滑坡')
  await userEvent.keyboard('{Enter}')
  await expect.element(form.getByRole('alert')).toHaveTextContent('别人刚改过这个项目')
  await form.getByRole('button').click()
  await expect.element(form.getByRole('status')).toHaveTextContent('已提交。')
  expect(asked.filter(({ method }) => method === 'POST').map(({ ifMatch }) => ifMatch)).toEqual(['"7"', '"9"'])
})

test('what the server finds wrong stands at its field', async () => {
  const errors = [{ pointer: '/reason', code: 'tooShort', message: '请写明原因。 / State why.' }]
  stubApi({ [`${at}/suspensions`]: () => refuse(422, 'ruleBroken', { errors }) })
  showRouted(<Requests />)
  const reason = page.getByRole('form', { name: '停工' }).getByLabelText('原因')
  await reason.fill('雨')
  await userEvent.keyboard('{Enter}')
  await expect.element(reason).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByText('请写明原因。')).toBeVisible()
})
