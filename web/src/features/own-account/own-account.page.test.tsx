import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createSession } from '../../../../test/factories/account.ts'
import { plan } from '../../../../test/factories/board.ts'
import { createMe } from '../../../../test/factories/me.ts'
import { showPages } from '../../testing/show-routed.tsx'
import { answer, refuse, stubApi } from '../../testing/stub-api.ts'
import { OwnAccountPage } from './own-account.page.tsx'

const here = createSession({ id: 'here', current: true })
const sessions = (...items: ReturnType<typeof createSession>[]) => ({
  'GET /plan': () => answer({ ...plan, demonstration: false }),
  'GET /me/sessions': () => answer({ items }),
})
const showOwn = (me = createMe({ role: 'county', county: '141124' })) =>
  showPages(undefined, [{ path: '/account', component: OwnAccountPage }], { me, path: '/account' })

const section = (name: string) => page.getByRole('region', { name })
const passwords = section('修改密码')

async function changeTo(password: string) {
  await passwords.getByLabelText('当前密码').fill('the-old-one-7')
  await passwords.getByLabelText('新密码', { exact: true }).fill(password)
  await passwords.getByLabelText('再输一次新密码').fill(password)
  await passwords.getByRole('button', { name: '修改密码' }).click()
}

test('it says who one is and what the role may do, in words', async () => {
  stubApi(sessions(here))
  showOwn()
  await expect.element(section('身份').getByText('临县')).toBeVisible()
  const rights = section('可以做什么')
  await expect.element(rights.getByText('看本县责任人的电话')).toBeVisible()
  await expect.element(rights.getByText(/管理账号/)).not.toBeInTheDocument()
})

test('a wrong password is said at its field', async () => {
  stubApi({ ...sessions(here), 'POST /me/password': () => refuse(403, 'passwordWrong') })
  showOwn()
  await changeTo('slow-Lantern-42-fox')
  await expect.element(passwords.getByLabelText('当前密码')).toHaveAccessibleDescription('密码不对。')
  await expect.element(passwords.getByLabelText('当前密码')).toHaveFocus()
})

test('each thing the server finds wrong with a new password is said at its field', async () => {
  const errors = [
    { pointer: '/json/newPassword', code: 'tooCommon', message: '太容易被猜到。 / Too easy to guess.' },
    { pointer: '/json/newPassword', code: 'holdsName', message: '不能含有姓名。 / It must not hold your name.' },
  ]
  stubApi({ ...sessions(here), 'POST /me/password': () => refuse(422, 'passwordRefused', { errors }) })
  showOwn()
  await changeTo('slow-Lantern-42-fox')
  await expect
    .element(passwords.getByLabelText('新密码', { exact: true }))
    .toHaveAccessibleDescription(/太容易被猜到。 不能含有姓名。/)
})

test('too many tries say after how many minutes to try again', async () => {
  const locked = () => refuse(429, 'tooManyTries', {}, { 'retry-after': '840' })
  stubApi({ ...sessions(here), 'POST /me/password': locked })
  showOwn()
  await changeTo('slow-Lantern-42-fox')
  await expect.element(passwords.getByRole('alert')).toHaveTextContent('14 分钟后再试')
})

test('a changed password empties the fields', async () => {
  stubApi({ ...sessions(here), 'POST /me/password': () => answer(null, 204) })
  showOwn()
  await changeTo('slow-Lantern-42-fox')
  await expect.element(passwords.getByText('密码已修改，其他设备已退出。')).toBeVisible()
  await expect.element(passwords.getByLabelText('当前密码')).toHaveValue('')
})

test('a second factor is set up by password, secret and code', async () => {
  const me = createMe({ role: 'county', county: '141124' })
  const made = { uri: 'otpauth://totp/x?secret=ABCDEFGH', secret: 'ABCDEFGH', backupCodes: ['aaaaa-bbbbb'] }
  const asked = stubApi({
    ...sessions(here),
    'POST /me/second-factor': () => answer(made),
    'POST /me/second-factor/confirmation': () => answer(null, 204),
    'GET /me': () => answer({ ...me, secondFactor: { enabled: true, required: false } }),
  })
  showOwn(me)
  const factor = section('二次验证')
  await factor.getByRole('button', { name: '设置二次验证' }).click()
  await factor.getByLabelText('当前密码').fill('the-old-one-7')
  await factor.getByRole('button', { name: '下一步' }).click()
  await expect.element(factor.getByRole('img', { name: '二次验证的二维码' })).toBeVisible()
  await expect.element(factor.getByText('ABCD EFGH')).toBeVisible()
  await expect.element(factor.getByText('aaaaa-bbbbb')).toBeVisible()
  await factor.getByLabelText('验证码').fill('123 456')
  await factor.getByRole('button', { name: '启用' }).click()
  await expect.element(factor.getByText('二次验证已启用。')).toBeVisible()
  expect(asked.find(({ path }) => path.endsWith('confirmation'))?.body).toEqual({ code: '123456' })
})

test('where the role needs the second factor, it cannot be turned off', async () => {
  stubApi(sessions(here))
  showOwn(createMe({ role: 'cityOffice', secondFactor: { enabled: true, required: false } }))
  await expect.element(section('二次验证').getByText(/必须使用/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: '关闭二次验证' })).not.toBeInTheDocument()
})

test('other devices can be ended, this one is marked', async () => {
  const phone = createSession({ id: 'phone', userAgent: 'Mozilla/5.0 (iPhone) Version/17.5 Mobile Safari/604.1' })
  let items = [here, phone]
  const asked = stubApi({
    ...sessions(),
    'GET /me/sessions': () => answer({ items }),
    'DELETE /me/sessions/phone': () => {
      items = [here]
      return answer(null, 204)
    },
  })
  showOwn()
  const devices = section('登录的设备')
  await expect.element(devices.getByText('本机')).toBeVisible()
  await devices.getByRole('button', { name: '退出 Safari · iPhone' }).click()
  await expect.element(devices.getByText('已退出 1 台设备。')).toBeVisible()
  await expect.element(devices.getByText('只在这一台设备上登录。')).toBeVisible()
  expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
})

test('who came by one click is offered neither a password to change nor a second factor', async () => {
  stubApi({ ...sessions(here), 'GET /plan': () => answer(plan) })
  showOwn(createMe({ hasPassword: false }))
  await expect.element(page.getByText(/一键进入的角色没有密码/)).toBeVisible()
  await expect.element(passwords).not.toBeInTheDocument()
  await expect.element(section('二次验证')).not.toBeInTheDocument()
})
