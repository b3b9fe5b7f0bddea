import { expect, test } from 'vitest'
import { cookieSet, createAccounts } from '../../../test/factories/accounts.ts'

test('a session seen within its idle time outlives the clearing away of others', async () => {
  const world = await createAccounts()
  await world.createAccount()
  const cookie = cookieSet(await world.signIn())
  const start = world.clock.at
  await world.ask('/me', { cookie })
  world.clock.at = start + 50_000
  expect((await world.ask('/me', { cookie })).status).toBe(200)
  world.clock.at = start + 30 * 60_000 + 10_000
  await world.signIn()
  expect((await world.ask('/me', { cookie })).status).toBe(200)
  expect((await world.post('/auth/sign-out', undefined, { cookie })).status).toBe(204)
  await world.close()
})
