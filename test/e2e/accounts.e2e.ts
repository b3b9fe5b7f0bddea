import { createHmac } from 'node:crypto'
import type { Page } from 'playwright'
import { expect, test } from './support/test.ts'

const PASSWORD = 'slow-Lantern-42-fox'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code an authenticator shows now for a secret (RFC 6238). */
function codeNow(secret: string): string {
  const bits = Array.from(secret, letter => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(step).digest()
  const offset = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The administrator makes an account of a county and answers its one-time link. */
async function makeAccount(admin: Page, username: string, name: string): Promise<string> {
  await admin.getByRole('button', { name: '新建账号' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('所属县').selectOption('141124')
  await dialog.getByLabel('用户名').fill(username)
  await dialog.getByRole('button', { name: '建账号并生成设置链接' }).click()
  await dialog.getByRole('img', { name: '设置链接的二维码' }).waitFor()
  const link = await dialog.getByLabel('设置链接', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: '我已交给本人' }).click()
  await admin.getByRole('button', { name }).waitFor()
  return link
}

/** The owner opens the link on another device, chooses a password and is signed in. */
async function setUp(owner: Page, password: string): Promise<void> {
  await owner.getByLabel('新密码', { exact: true }).fill(password)
  await owner.getByLabel('再输一次新密码').fill(password)
  await owner.getByRole('button', { name: '设置并登录' }).click()
  await owner.getByRole('button', { name: /账号菜单$/ }).waitFor()
}

test('an account is made, set up by its owner, and stands in an unbroken audit', async ({ open }) => {
  const admin = await open('/accounts', { as: 'systemAdmin' })
  const link = new URL(await makeAccount(admin, 'gao.yun', '高云'))
  const owner = await open(link.pathname + link.hash, { as: null })
  await setUp(owner, PASSWORD)
  await admin.reload()
  await admin.getByRole('row', { name: /高云 gao\.yun 县级 临县 在用/ }).waitFor()

  const auditor = await open('/audit?operation=createAccount', { as: 'auditor' })
  await auditor
    .getByRole('button', { name: /的内容$/ })
    .first()
    .click()
  await auditor.getByRole('row', { name: '用户名 gao.yun' }).waitFor()
  await auditor.getByRole('button', { name: '校验全部记录' }).click()
  await auditor.getByText(/条记录首尾相接，未被改动。/).waitFor()
  const made = auditor.getByRole('row', { name: /新建账号/ }).filter({ hasNotText: '系统自动' })
  expect(await made.count()).toBe(1)
})

test('one sets up a second factor and is asked for it at the next sign-in', async ({ open }) => {
  const admin = await open('/accounts', { as: 'systemAdmin' })
  const link = new URL(await makeAccount(admin, 'lu.hai', '卢海'))
  const owner = await open(link.pathname + link.hash, { as: null, expects: /^401: .*sign-in/ })
  await setUp(owner, PASSWORD)
  await owner.goto('/account', { waitUntil: 'networkidle' })
  const factor = owner.getByRole('region', { name: '二次验证' })
  await factor.getByRole('button', { name: '设置二次验证' }).click()
  await factor.getByLabel('当前密码').fill(PASSWORD)
  await factor.getByRole('button', { name: '下一步' }).click()
  const secret = ((await factor.locator('code').textContent()) ?? '').replace(/\s/g, '')
  const backupCode = await factor.getByRole('list', { name: '备用码' }).getByRole('listitem').first().textContent()
  await factor.getByLabel('验证码').fill(codeNow(secret))
  await factor.getByRole('button', { name: '启用' }).click()
  await factor.getByText('二次验证已启用。').waitFor()

  await owner.getByRole('button', { name: /账号菜单$/ }).click()
  await owner.getByRole('button', { name: '退出登录' }).click()
  await owner.getByLabel('用户名').fill('lu.hai')
  await owner.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await owner.keyboard.press('Enter')
  await owner.getByLabel('验证码').fill(backupCode ?? '')
  await owner.keyboard.press('Enter')
  await owner.getByRole('button', { name: /账号菜单$/ }).waitFor()
  expect(await owner.getByRole('button', { name: /账号菜单$/ }).textContent()).toContain('卢海')
})

test('a disabled account is out at once, and back when that is undone', async ({ open }) => {
  const admin = await open('/accounts', { as: 'systemAdmin' })
  const link = new URL(await makeAccount(admin, 'qi.mei', '齐梅'))
  const owner = await open(link.pathname + link.hash, { as: null, expects: /^401: / })
  await setUp(owner, PASSWORD)
  await admin.reload()
  await admin.getByRole('button', { name: '齐梅' }).click()
  await admin.getByRole('button', { name: '停用账号' }).click()
  await admin.getByRole('button', { name: '确定' }).click()
  await admin.getByText('已停用 齐梅。').waitFor()
  expect((await owner.request.get('/api/me')).status()).toBe(401)
  await admin.getByRole('button', { name: '撤销' }).click()
  await admin.getByText('已启用 齐梅。').waitFor()
})
