import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ApiError } from '../../api/client.ts'
import { showRouted } from '../../testing/show-routed.tsx'
import { FormDialog } from '../dialog/form-dialog.tsx'
import { ActForm } from './act-form.tsx'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

interface Thing {
  version: number
  state: string
}
interface Sent {
  content: object
  id: string
  ifMatch: number
}

const photosAway = { isSending: true, isBroken: false }

function Moves({ answer, photos }: { answer: (sent: Sent) => Promise<void>; photos?: typeof photosAway }) {
  const [note, setNote] = useState('')
  const [pictures, setPictures] = useState(photos)
  const act = useAct<object, void, Thing>({
    version: 7,
    send: (content, id, ifMatch) => answer({ content, id, ifMatch }),
    onDone: () => setNote(''),
  })
  return (
    <FormDialog title="销号" onClose={() => {}}>
      <ActForm
        act={act}
        content={acceptDoubts => ({ note, ...(acceptDoubts && { acceptDoubts }) })}
        submit="销号"
        fields={['note']}
        photos={pictures}
        meanwhile={now => <p>现在：{now.state}</p>}
        done="已销号"
      >
        {fault => <TextField label="说明" value={note} onChange={setNote} required fault={fault('note')} />}
      </ActForm>
      <button type="button" onClick={() => setPictures({ isSending: false, isBroken: false })}>
        传完
      </button>
    </FormDialog>
  )
}

function showMoves(answers: (Error | null)[], photos?: typeof photosAway) {
  const sent: Sent[] = []
  showRouted(
    <Moves
      photos={photos}
      answer={async one => {
        sent.push(one)
        const refusal = answers[sent.length - 1]
        if (refusal) throw refusal
      }}
    />,
  )
  return sent
}
const status = page.getByRole('status')
const note = page.getByLabelText('说明')
async function sendNote() {
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('已加固{Enter}')
}

test('the first field has the focus, and Ctrl+Enter sends once what is filled in', async () => {
  const sent = showMoves([null])
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await userEvent.keyboard('已加固{Control>}{Enter}{/Control}')
  await expect.element(status).toHaveTextContent('已销号')
  expect(sent).toMatchObject([{ content: { note: '已加固' }, ifMatch: 7 }])
})

test('an answer lost on the way is asked for again under the same id', async () => {
  const sent = showMoves([new ApiError(0, 'network', ''), null])
  await sendNote()
  await expect.element(page.getByRole('alert')).toHaveTextContent('连不上服务器')
  await page.getByRole('button', { name: '销号' }).click()
  await expect.element(status).toHaveTextContent('已销号')
  expect(sent[1]).toEqual(sent[0])
})

test('where somebody was quicker their change is shown, and the next try begins from it', async () => {
  const current = { version: 9, state: '已退回' }
  const errors = [{ pointer: '/note', code: 'tooShort', message: '说明太短。 / Too short.' }]
  const sent = showMoves([
    new ApiError(412, 'versionStale', '', { current }),
    new ApiError(422, 'ruleBroken', '', { errors }),
    null,
  ])
  await sendNote()
  await expect.element(page.getByText('现在：已退回')).toBeVisible()
  await page.getByRole('button', { name: '看过变化，仍然保存' }).click()
  await expect.element(note).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: '销号' }).click()
  await expect.element(status).toHaveTextContent('已销号')
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual([7, 9, 9])
})

test('what is doubtful can be insisted on', async () => {
  const errors = [{ pointer: '/date', code: 'early', message: '早于发现日期。 / Early.' }]
  const sent = showMoves([new ApiError(422, 'doubtful', '', { errors }), null])
  await sendNote()
  await expect.element(page.getByText('早于发现日期。')).toBeVisible()
  await page.getByRole('button', { name: '仍然保存' }).click()
  await expect.element(status).toHaveTextContent('已销号')
  expect(sent[1]?.content).toEqual({ note: '已加固', acceptDoubts: true })
})

test('with photos on their way it is sent as the last has arrived', async () => {
  const sent = showMoves([null], photosAway)
  await sendNote()
  await expect.element(status).toHaveTextContent('照片还在上传')
  expect(sent).toEqual([])
  await page.getByRole('button', { name: '传完' }).click()
  await expect.element(status).toHaveTextContent('已销号')
  expect(sent).toHaveLength(1)
})
