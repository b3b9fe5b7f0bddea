import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolder } from '../../../test/factories/store.ts'
import { readAuthSecret } from './auth-secret.ts'

let place: Awaited<ReturnType<typeof createFolder>>
beforeEach(async () => {
  place = await createFolder()
})
afterEach(() => place.remove())

test('is made at the first start, for nobody else to read, and kept', () => {
  const secret = readAuthSecret(place.folder, undefined)
  const path = join(place.folder, 'auth-secret')
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8').trim()).toBe(secret)
  expect(readAuthSecret(place.folder, undefined)).toBe(secret)
})

test('each data folder has its own', async () => {
  const other = await createFolder()
  expect(readAuthSecret(place.folder, undefined)).not.toBe(readAuthSecret(other.folder, undefined))
  await other.remove()
})

test('the one given is taken, and no file made', () => {
  const given = 'x'.repeat(32)
  expect(readAuthSecret(place.folder, given)).toBe(given)
  expect(() => statSync(join(place.folder, 'auth-secret'))).toThrow('ENOENT')
})

test.each([
  ['given', () => readAuthSecret(place.folder, 'short')],
  [
    'in the file',
    () => {
      writeFileSync(join(place.folder, 'auth-secret'), 'short\n')
      return readAuthSecret(place.folder, undefined)
    },
  ],
])('one too short, %s, is refused', (_, read) => {
  expect(read).toThrow('32')
})
