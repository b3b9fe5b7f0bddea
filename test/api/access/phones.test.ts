import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identitiesOf } from '../../factories/clients.ts'
import { createLiveApp, type LiveApp } from '../../factories/store.ts'
import { EXPECTED } from './expected.ts'
import { type Operation, operationsOf } from './operations.ts'
import { phoneRecords, SUBJECT_COUNTIES } from './phones.ts'

const { own, other } = SUBJECT_COUNTIES
let live: LiveApp
let reads: Operation[]
beforeAll(async () => {
  live = await createLiveApp(phoneRecords)
  reads = operationsOf(await live.get('/api/openapi.json')).filter(({ isChange }) => !isChange)
})
afterAll(() => live.close())

/** Whose numbers each may read in full, said by hand. */
const READS_IN_FULL: Record<string, readonly string[]> = {
  cityOffice: [own.phone, other.phone],
  inspector: [own.phone, other.phone],
  [`county ${own.county}`]: [own.phone],
  [`county ${other.county}`]: [other.phone],
}

/** All of an answer; of one that never ends, what it begins with. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  if (response.headers.get('content-type') !== 'text/event-stream') return new Uint8Array(await response.arrayBuffer())
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return value ?? new Uint8Array()
}

/** Everything an answer says, unpacked where it is a workbook. */
async function textOf(response: Response): Promise<string> {
  const bytes = await bytesOf(response)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map(part => new TextDecoder().decode(part)).join('\n') + JSON.stringify([...response.headers])
}

describe.each(identitiesOf(own.county, other.county))('$label', identity => {
  const mine = READS_IN_FULL[identity.county ? `${identity.principal} ${identity.county}` : identity.principal]
  const inFull = mine ?? (identity.principal === 'inspector' ? READS_IN_FULL.inspector : []) ?? []

  test('reads the telephone numbers that are theirs to read, and no other in any answer', async () => {
    const client = await live.as(identity)
    const found = new Set<string>()
    for (const operation of reads) {
      for (const { centre } of [own, other]) {
        const text = await textOf(await client.request(operation.path({ centre, account: 'none' })))
        for (const { phone } of [own, other]) if (text.includes(phone)) found.add(phone)
      }
    }
    expect([...found].toSorted()).toEqual([...inFull].toSorted())
  })

  test('finds nobody by a number they do not read', async () => {
    if (!EXPECTED.listCentres.includes(identity.principal)) return
    const client = await live.as(identity)
    for (const { phone } of [own, other]) {
      for (const q of [phone, phone.slice(0, 7), phone.slice(-4)]) {
        expect(await (await client.request(`/api/centres?q=${q}`)).json()).toMatchObject({ total: 0 })
      }
    }
  })
})
