import type { Me } from '@lvliang/shared/accounts/account.schema'
import { useMutation, useQuery } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createMe, createSignInOptions } from '../../../test/factories/me.ts'
import { apiGet, apiSend } from '../api/client.ts'
import { useSession } from '../session/use-me.ts'
import { showRouted } from '../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../testing/stub-api.ts'
import { SessionGuard } from './session-guard.tsx'

const me = createMe({ role: 'cityOffice' })

/** A page at work: it reads a number and sends a note. */
function Desk() {
  const session = useSession() as Me
  const read = useQuery({ queryKey: ['number'], queryFn: () => apiGet<{ n: number }>('/number') })
  const other = useQuery({ queryKey: ['other'], queryFn: () => apiGet<{ n: number }>('/other') })
  const send = useMutation({ mutationFn: (note: string) => apiSend('POST', '/notes', { note }) })
  const submit = (form: FormData) => send.mutate(String(form.get('note')))
  return (
    <>
      <form
        onSubmit={event => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        <input name="note" aria-label="note" />
        <button type="submit">send</button>
      </form>
      <output aria-label="number">{read.data?.n ?? read.status}</output>
      <output aria-label="other">{other.data?.n ?? other.status}</output>
      <output aria-label="sent">{send.status}</output>
      <SessionGuard me={session} />
    </>
  )
}

/** A session that is over until somebody signs in; each answer of the API needs one. */
function stubSession(signedInAs: Me, { oneClick = false } = {}) {
  const session = { isOpen: true }
  const inSession =
    (body: unknown, status = 200) =>
    () =>
      session.isOpen ? answer(body, status) : refuse(401, 'signInRequired')
  const begin = () => {
    session.isOpen = true
    return answer(signedInAs)
  }
  const asked = stubApi({
    'GET /number': inSession({ n: 7 }),
    'GET /other': inSession({ n: 8 }),
    'POST /notes': inSession(null, 204),
    'GET /me': inSession(signedInAs),
    'GET /auth/options': () => answer(createSignInOptions({ oneClick })),
    'POST /auth/sign-in/username': begin,
    'POST /auth/demonstration': begin,
  })
  return { asked, session }
}

const dialog = page.getByRole('dialog', { name: '登录已失效' })
const note = page.getByLabelText('note', { exact: true })
const number = page.getByLabelText('number', { exact: true })
const sent = page.getByLabelText('sent', { exact: true })

async function writeNote() {
  await note.fill('8 月 3 日复查')
  await page.getByRole('button', { name: 'send' }).click()
}

async function signIn() {
  await expect.element(dialog.getByLabelText('用户名')).toHaveValue('wang.jianguo')
  await dialog.getByLabelText('密码', { exact: true }).fill('seven kites over the loess')
  await userEvent.keyboard('{Enter}')
}

test('what was typed stays, and what was sent goes through after signing in again', async () => {
  const { asked, session } = stubSession(me)
  showRouted(<Desk />, { me })
  await expect.element(number).toHaveTextContent('7')
  session.isOpen = false
  await writeNote()
  await expect.element(dialog).toBeVisible()
  await expect.element(note).toHaveValue('8 月 3 日复查')
  await expect.element(sent).toHaveTextContent('pending')
  await signIn()
  await expect.element(sent).toHaveTextContent('success')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(note).toHaveValue('8 月 3 日复查')
  const notes = asked.filter(({ path }) => path === '/notes')
  expect(notes.map(({ body }) => body)).toEqual([{ note: '8 月 3 日复查' }, { note: '8 月 3 日复查' }])
})

test('reads that found the session ended are answered after one dialog for all', async () => {
  const { session } = stubSession(me)
  session.isOpen = false
  showRouted(<Desk />, { me })
  await expect.element(dialog).toBeVisible()
  expect(page.getByRole('dialog').elements()).toHaveLength(1)
  await signIn()
  await expect.element(number).toHaveTextContent('7')
  await expect.element(page.getByLabelText('other')).toHaveTextContent('8')
})

test('the demonstration goes on in the same role by one press', async () => {
  const { asked, session } = stubSession(me, { oneClick: true })
  showRouted(<Desk />, { me })
  await expect.element(number).toHaveTextContent('7')
  session.isOpen = false
  await writeNote()
  await dialog.getByRole('button', { name: '以“市级办公室”继续' }).click()
  await expect.element(sent).toHaveTextContent('success')
  expect(asked.find(({ path }) => path === '/auth/demonstration')?.body).toEqual({ role: 'cityOffice' })
})

test('one who signs in later keeps the page; sending again asks again', async () => {
  const { session } = stubSession(me)
  showRouted(<Desk />, { me })
  await expect.element(number).toHaveTextContent('7')
  session.isOpen = false
  await writeNote()
  await dialog.getByRole('button', { name: '暂不登录' }).click()
  await expect.element(sent).toHaveTextContent('error')
  await expect.element(note).toHaveValue('8 月 3 日复查')
  await page.getByRole('button', { name: 'send' }).click()
  await signIn()
  await expect.element(sent).toHaveTextContent('success')
})

test('another account is told that the page goes; nothing is sent in its name', async () => {
  const { asked, session } = stubSession(createMe({ id: 'account-2', name: '赵敏' }))
  showRouted(<Desk />, { me })
  await expect.element(number).toHaveTextContent('7')
  session.isOpen = false
  await writeNote()
  await signIn()
  const notice = page.getByRole('dialog', { name: '现在登录的是另一个账号：赵敏' })
  await expect.element(notice.getByRole('button', { name: '重新载入' })).toBeVisible()
  await expect.element(sent).toHaveTextContent('error')
  expect(asked.filter(({ path }) => path === '/notes')).toHaveLength(1)
})
