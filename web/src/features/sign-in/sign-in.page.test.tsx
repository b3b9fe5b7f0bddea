import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createMe, createSignInOptions } from '../../../../test/factories/me.ts'
import { showRouted } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { SignInPage } from './sign-in.page.tsx'

const me = createMe()
const username = page.getByRole('textbox', { name: '用户名' })
const password = page.getByLabelText('密码', { exact: true })
const submit = page.getByRole('button', { name: '登录', exact: true })

async function fill() {
  await username.fill('wang.jianguo')
  await password.fill('seven kites over the loess')
}

function showSignIn(options = createSignInOptions()) {
  const onSignedIn = vi.fn()
  showRouted(<SignInPage options={options} onSignedIn={onSignedIn} />)
  return onSignedIn
}

test('user name and password sign in, by keyboard', async () => {
  const asked = stubApi({ 'POST /auth/sign-in/username': () => answer(me) })
  const onSignedIn = showSignIn()
  await username.fill('wang.jianguo')
  await userEvent.keyboard('{Tab}')
  await userEvent.keyboard('seven kites over the loess{Enter}')
  await expect.poll(() => onSignedIn.mock.calls).toEqual([[me]])
  expect(asked[0]?.body).toEqual({ username: 'wang.jianguo', password: 'seven kites over the loess' })
})

test('a password manager knows the fields by their names', async () => {
  showSignIn()
  await expect.element(username).toHaveAttribute('autocomplete', 'username')
  await expect.element(password).toHaveAttribute('autocomplete', 'current-password')
})

test('a wrong password is said, and the hand is back on it', async () => {
  stubApi({ 'POST /auth/sign-in/username': () => refuse(401, 'signInFailed') })
  const onSignedIn = showSignIn()
  await fill()
  await submit.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('用户名或密码不对')
  await expect.element(password).toHaveFocus()
  await expect.element(username).toHaveValue('wang.jianguo')
  expect(onSignedIn).not.toHaveBeenCalled()
})

test('the code is asked for where the account has a second factor, and takes a backup code', async () => {
  const asked = stubApi({
    'POST /auth/sign-in/username': ({ body }) =>
      (body as { code?: string }).code ? answer(me) : refuse(401, 'secondFactorRequired'),
  })
  const onSignedIn = showSignIn()
  await expect.element(username).toBeVisible()
  expect(page.getByLabelText('验证码').elements()).toHaveLength(0)
  await fill()
  await submit.click()
  const code = page.getByLabelText('验证码')
  await expect.element(code).toHaveFocus()
  await expect.element(code).toHaveAttribute('autocomplete', 'one-time-code')
  await code.fill('k7fq-2m9x-backup')
  await submit.click()
  await expect.poll(() => onSignedIn.mock.calls).toEqual([[me]])
  expect(asked[1]?.body).toMatchObject({ username: 'wang.jianguo', code: 'k7fq-2m9x-backup' })
})

test('a wrong code is said beside it', async () => {
  stubApi({ 'POST /auth/sign-in/username': () => refuse(401, 'secondFactorWrong') })
  showSignIn()
  await fill()
  await submit.click()
  const code = page.getByLabelText('验证码')
  await expect.element(code).toHaveFocus()
  await expect.element(code).toHaveAttribute('aria-invalid', 'true')
  await expect.element(code).toHaveAccessibleDescription(/验证码不对/)
})

test('one who is locked out reads for how many minutes', async () => {
  stubApi({ 'POST /auth/sign-in/username': () => refuse(429, 'tooManyTries', {}, { 'retry-after': '840' }) })
  showSignIn()
  await fill()
  await submit.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('14 分钟')
})

test('a server out of reach is called that, and what was typed stays', async () => {
  stubApi({ 'POST /auth/sign-in/username': () => Promise.reject(new TypeError('fetch failed')) })
  showSignIn()
  await fill()
  await submit.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('连不上服务器')
  await expect.element(password).toHaveValue('seven kites over the loess')
})

test('one who uses the device alone may stay', async () => {
  const asked = stubApi({ 'POST /auth/sign-in/username': () => answer(me) })
  showSignIn()
  await fill()
  await page.getByRole('checkbox', { name: '此设备由我一人使用' }).click()
  await submit.click()
  await expect.poll(() => asked[0]?.body).toMatchObject({ stay: true })
})

test('the password is shown when asked for', async () => {
  showSignIn()
  await expect.element(password).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: '显示密码' }).click()
  await expect.element(password).toHaveAttribute('type', 'text')
})

test('roles are one press away in the demonstration alone', async () => {
  showSignIn()
  await expect.element(submit).toBeVisible()
  expect(page.getByRole('button', { name: /市领导/ }).elements()).toHaveLength(0)
})

test('a county enters the demonstration as the county chosen', async () => {
  const county = createMe({ role: 'county', county: '141124' })
  const asked = stubApi({ 'POST /auth/demonstration': () => answer(county) })
  const onSignedIn = showSignIn(createSignInOptions({ demonstration: true, oneClick: true }))
  await expect.element(page.getByRole('listitem').first()).toBeVisible()
  expect(page.getByRole('listitem').elements()).toHaveLength(6)
  await page.getByLabelText('县级：县（市、区）').selectOptions('临县')
  await page.getByRole('button', { name: /^县级/ }).click()
  await expect.poll(() => onSignedIn.mock.calls).toEqual([[county]])
  expect(asked[0]?.body).toEqual({ role: 'county', county: '141124' })
})

test('a city leader enters the demonstration without a county', async () => {
  const asked = stubApi({ 'POST /auth/demonstration': () => answer(me) })
  showSignIn(createSignInOptions({ demonstration: true, oneClick: true }))
  await page.getByRole('button', { name: /^市领导/ }).click()
  await expect.poll(() => asked[0]?.body).toEqual({ role: 'leader' })
})
