import { OPERATIONS, type OperationId, scopeOf } from '@lvliang/shared/accounts/access'
import { PRINCIPALS, type Principal } from '@lvliang/shared/accounts/role'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identitiesOf } from '../../factories/clients.ts'
import { createLiveApp, type LiveApp } from '../../factories/store.ts'
import { BY_BODY, EXPECTED, OF_OWN_COUNTY } from './expected.ts'
import { type Operation, operationsOf, type Subjects } from './operations.ts'
import { phoneRecords, SUBJECT_COUNTIES } from './phones.ts'

let live: LiveApp
let operations: Operation[]
let subjects: Subjects
beforeAll(async () => {
  live = await createLiveApp(phoneRecords)
  operations = operationsOf(await live.get('/api/openapi.json'))
  subjects = {
    centre: SUBJECT_COUNTIES.own.centre,
    account: await live.accountId({ principal: 'inspector', county: '141181' }),
  }
})
afterAll(() => live.close())

/** What a refused request is told: that it is refused. */
const REFUSALS = new Map([
  [401, 'signInRequired'],
  [403, 'forbidden'],
])

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

async function expectRefused(response: Response, principal: Principal): Promise<void> {
  const status = principal === 'anonymous' ? 401 : 403
  expect(response.status).toBe(status)
  expect(response.headers.get('etag')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await codeOf(response)).toBe(REFUSALS.get(status))
}

/** A refusal that comes from the table, not from the operation itself. */
async function isRefusedByTable(response: Response): Promise<boolean> {
  if (!REFUSALS.has(response.status) || !response.headers.get('content-type')?.includes('problem')) return false
  return REFUSALS.get(response.status) === (await codeOf(response.clone()))
}

describe('the table of access', () => {
  test('names every operation of the document, and no other', () => {
    const documented = operations.map(({ id }) => id)
    const unnamed: OperationId[] = ['getClient', ...(Object.keys(BY_BODY) as OperationId[])]
    expect(documented.toSorted()).toEqual(OPERATIONS.filter(id => !unnamed.includes(id)).toSorted())
  })

  test('has a decision in every cell, the one written down by hand', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(OPERATIONS.toSorted())
    for (const id of OPERATIONS) {
      for (const principal of PRINCIPALS) {
        expect(['no', 'own', 'all'], `${id} × ${principal}`).toContain(scopeOf(id, principal))
        expect(scopeOf(id, principal) !== 'no', `${id} × ${principal}`).toBe(EXPECTED[id].includes(principal))
      }
    }
  })
})

type Asker = { principal: Principal; county?: string | null | undefined }
const isOpen = (id: OperationId, { principal, county }: Asker) =>
  EXPECTED[id].includes(principal) &&
  !(principal === 'county' && county !== SUBJECT_COUNTIES.own.county && OF_OWN_COUNTY.includes(id))

describe.each(identitiesOf(SUBJECT_COUNTIES.own.county, SUBJECT_COUNTIES.other.county))('$label', identity => {
  const ask = async (operation: Operation, headers: Record<string, string> = {}, method?: string) => {
    const client = await live.as(identity)
    const init = operation.init()
    return client.request(operation.path(subjects), {
      ...init,
      method: method ?? init.method ?? 'GET',
      headers: { ...init.headers, ...headers },
    })
  }

  test('gets through to what is theirs and to nothing else', async () => {
    for (const operation of operations) {
      const response = await ask(operation)
      const open = isOpen(operation.id, identity)
      if (open) expect(await isRefusedByTable(response), `${operation.id} open`).toBe(false)
      else await expectRefused(response, identity.principal)
    }
  })

  test('learns nothing from an answer made for somebody else, not even that it is unchanged', async () => {
    const reader = await live.as({ principal: 'cityOffice' })
    for (const operation of operations.filter(({ id, isChange }) => !isChange && !isOpen(id, identity))) {
      const made = await reader.request(operation.path(subjects))
      await reader.request(operation.path(subjects))
      await expectRefused(
        await ask(operation, { 'if-none-match': made.headers.get('etag') ?? '*' }),
        identity.principal,
      )
      const head = await ask(operation, {}, 'HEAD')
      expect(head.status, operation.id).toBe(identity.principal === 'anonymous' ? 401 : 403)
    }
  })

  test('finds no way round by writing an address differently', async () => {
    const client = await live.as(identity)
    for (const operation of operations.filter(({ id, isChange }) => !isChange && !isOpen(id, identity))) {
      const path = operation.path(subjects)
      const [bare = '', query = ''] = path.split('?')
      const tail = query && `?${query}`
      const last = bare.at(-1) as string
      const encoded = `${bare.slice(0, -1)}%${last.charCodeAt(0).toString(16)}`
      for (const spelt of [
        encoded + tail,
        `${bare}/${tail}`,
        `/${bare}${tail}`,
        bare.toUpperCase() + tail,
        `/api/..${bare}${tail}`,
      ]) {
        const response = await client.request(spelt)
        const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
        expect(
          isPage || [401, 403, 404].includes(response.status),
          `${operation.id} as ${spelt}: ${response.status}`,
        ).toBe(true)
      }
    }
  })
})
