import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createMe, createSignInOptions } from '../../../../test/factories/me.ts'
import { showRouted } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { SetUpPage } from './set-up.page.tsx'

const TOKEN = 'b3BlbiBzZXNhbWU'
const link = {
  username: null,
  name: '李晓红',
  role: 'county' as const,
  county: '141124',
  expiresAt: '2018-08-03T02:00:00.000Z',
}
const GOOD = 'seven kites over the loess'

const username = page.getByRole('textbox', { name: '用户名' })
const password = page.getByLabelText('新密码', { exact: true })
const again = page.getByLabelText('再输一次新密码')
const submit = page.getByRole('button', { name: '设置并登录' })

function showSetUp(path = `/set-up#${TOKEN}`) {
  const onSignedIn = vi.fn()
  const shown = showRouted(<SetUpPage options={createSignInOptions()} onSignedIn={onSignedIn} />, { path })
  return { ...shown, onSignedIn }
}

async function fill(text: string, once = text) {
  await username.fill('li.xiaohong')
  await password.fill(text)
  await again.fill(once)
  await submit.click()
}

test('the secret leaves the address at once and is sent in the body alone', async () => {
  const asked = stubApi({ 'POST /auth/set-up-link': () => answer(link) })
  const { router } = showSetUp()
  await expect.element(username).toBeVisible()
  expect(router.state.location.href).toBe('/set-up')
  expect(asked[0]).toMatchObject({ path: '/auth/set-up-link', body: { token: TOKEN } })
})

test('the link says for whom it is', async () => {
  stubApi({ 'POST /auth/set-up-link': () => answer(link) })
  showSetUp()
  await expect.element(page.getByText('李晓红')).toBeVisible()
  await expect.element(page.getByText('县级 · 临县')).toBeVisible()
  await expect.element(page.getByText('链接有效至 2018-08-03 10:00')).toBeVisible()
})

test('user name and password are set, and one is signed in', async () => {
  const me = createMe({ role: 'county' })
  const asked = stubApi({ 'POST /auth/set-up-link': () => answer(link), 'POST /auth/set-up': () => answer(me) })
  const { onSignedIn } = showSetUp()
  await fill(GOOD)
  await expect.poll(() => onSignedIn.mock.calls).toEqual([[me]])
  expect(asked.at(-1)?.body).toEqual({ token: TOKEN, username: 'li.xiaohong', password: GOOD })
})

test('a user name given beforehand stays', async () => {
  stubApi({ 'POST /auth/set-up-link': () => answer({ ...link, username: 'li.xiaohong' }) })
  showSetUp()
  await expect.element(username).toHaveValue('li.xiaohong')
  await expect.element(username).toHaveAttribute('readonly')
})

test('rules are ticked off while the password is typed', async () => {
  stubApi({ 'POST /auth/set-up-link': () => answer(link) })
  showSetUp()
  const rules = page.getByRole('list', { name: '密码要求' })
  await expect.element(rules.getByText('至少 12 个字符')).toHaveTextContent(/未满足$/)
  await password.fill('linxian 2018')
  await expect.element(rules.getByText('至少 12 个字符')).toHaveTextContent(/已满足$/)
  await expect.element(rules.getByText('不含用户名')).toHaveTextContent(/未满足$/)
  await password.fill(GOOD)
  await expect.element(rules.getByText('不含用户名')).toHaveTextContent(/已满足$/)
})

test('nothing is sent while the password is weak or typed in two ways', async () => {
  const asked = stubApi({ 'POST /auth/set-up-link': () => answer(link) })
  showSetUp()
  await fill('short')
  await expect.element(password).toHaveAccessibleDescription(/还不符合/)
  await fill(GOOD, `${GOOD}s`)
  await expect.element(again).toHaveAccessibleDescription('两次输入的密码不一样。')
  expect(asked).toHaveLength(1)
})

test('what the server finds wrong is said at its field in the language of the page', async () => {
  const errors = [{ pointer: '/password', code: 'common', message: '这个密码太常见。 / This password is common.' }]
  stubApi({
    'POST /auth/set-up-link': () => answer(link),
    'POST /auth/set-up': () => refuse(422, 'passwordRefused', { errors }),
  })
  showSetUp()
  await fill(GOOD)
  await expect.element(password).toHaveAccessibleDescription(/这个密码太常见。/)
  await expect.element(page.getByText('This password is common.')).not.toBeInTheDocument()
})

test('a name somebody else has is said at the user name', async () => {
  stubApi({
    'POST /auth/set-up-link': () => answer(link),
    'POST /auth/set-up': () => refuse(409, 'usernameTaken'),
  })
  showSetUp()
  await fill(GOOD)
  await expect.element(username).toHaveAccessibleDescription(/已有人使用/)
})

test.each(['linkInvalid', 'malformedRequest'])('a link refused as %s asks for a new one', async code => {
  stubApi({ 'POST /auth/set-up-link': () => refuse(code === 'linkInvalid' ? 422 : 400, code) })
  showSetUp()
  await expect.element(page.getByRole('alert')).toHaveTextContent('已用过、已过期或不完整')
})

test('without a link the page says where one comes from', async () => {
  const asked = stubApi({})
  showSetUp('/set-up')
  await expect.element(page.getByRole('alert')).toHaveTextContent('请重新打开收到的设置链接')
  expect(asked).toEqual([])
})

test('a new password for an account with a second factor takes its code, too', async () => {
  const asked = stubApi({
    'POST /auth/set-up-link': () => answer({ ...link, username: 'li.xiaohong' }),
    'POST /auth/set-up': ({ body }) =>
      (body as { code?: string }).code === '123456' ? answer(createMe()) : refuse(401, 'secondFactorRequired'),
  })
  const { onSignedIn } = showSetUp()
  await password.fill(GOOD)
  await again.fill(GOOD)
  await submit.click()
  await page.getByLabelText('验证码').fill('123456')
  await submit.click()
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalled())
  expect(asked.at(-1)).toMatchObject({ body: { token: TOKEN, password: GOOD, code: '123456' } })
})
