import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../factories/fingerprint.ts'
import { createLiveApp, type LiveApp } from '../../factories/store.ts'
import { EXPECTED } from './expected.ts'
import { type Operation, operationsOf, type Subjects } from './operations.ts'
import { phoneRecords, SUBJECT_COUNTIES } from './phones.ts'

let live: LiveApp
let operations: Operation[]
let subjects: Subjects
beforeAll(async () => {
  live = await createLiveApp(phoneRecords, undefined, { demonstration: true })
  operations = operationsOf(await live.get('/api/openapi.json'))
  subjects = { centre: SUBJECT_COUNTIES.own.centre, account: await live.accountId({ principal: 'auditor' }) }
})
afterAll(() => live.close())

/** A cookie of somebody who may do it. */
async function cookieFor(operation: Operation): Promise<string> {
  const principal = EXPECTED[operation.id].find(who => who !== 'anonymous' && who !== 'wall')
  return (await live.as({ principal: principal ?? 'leader', county: principal === 'county' ? '141124' : null })).cookie
}

const OWN = 'http://localhost'

describe.each([
  ['no Origin', {}],
  ['an evil Origin', { origin: 'https://evil.example' }],
  ['a null Origin', { origin: 'null' }],
  ['a form', { origin: OWN, 'content-type': 'application/x-www-form-urlencoded' }],
  ['cross-site fetch metadata', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
] as const)('a change with %s', (_, headers) => {
  test('is refused whatever it is, and changes nothing', async () => {
    const changes = operations.filter(({ isChange }) => isChange)
    expect(changes.length).toBeGreaterThan(15)
    for (const operation of changes) {
      const cookie = await cookieFor(operation)
      const before = await fingerprintOf(live.store.db)
      const { headers: own, ...init } = operation.init()
      const response = await live.whole.request(operation.path(subjects), {
        ...init,
        headers: { ...(own as Record<string, string>), cookie, ...headers },
      })
      expect(response.status, operation.id).toBe(403)
      expect(await response.json(), operation.id).toMatchObject({ code: 'crossSite' })
      expect(response.headers.get('set-cookie'), operation.id).toBeNull()
      expect(await fingerprintOf(live.store.db), operation.id).toEqual(before)
    }
  })
})

test('a read leaves the database as it was, but for times of sessions and refusals noted', async () => {
  const readers = await Promise.all([
    live.as({ principal: 'anonymous' }),
    live.as({ principal: 'wall' }),
    live.as({ principal: 'cityOffice' }),
    live.as({ principal: 'systemAdmin' }),
    live.as({ principal: 'auditor' }),
  ])
  const before = await fingerprintOf(live.store.db, { withRefusals: false })
  live.clock.at += 5 * 60_000
  for (const { path, isChange } of operations) {
    if (isChange) continue
    for (const reader of readers) await reader.request(path(subjects))
  }
  for (const reader of readers)
    for (const path of ['/', '/centres', '/sign-in', '/?wall=unknown']) await reader.request(path)
  expect(await fingerprintOf(live.store.db, { withRefusals: false })).toEqual(before)
})
