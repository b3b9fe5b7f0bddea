import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CentreDetail } from '@lvliang/shared/centres/centre.schema'
import type { EvidenceDocument, Photo } from '@lvliang/shared/evidence/evidence.schema'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../test/factories/clients.ts'
import { createRecord } from '../../../test/factories/records.ts'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'
import { pdf } from '../../../test/fixtures/uploads/pdfs.ts'
import { jpeg, png, withExif } from '../../../test/fixtures/uploads/pictures.ts'
import { EvidenceFiles } from './evidence-files.ts'

const CENTRE = 'LL2018-034'
const OTHER = 'LL2018-035'
const COUNTY = '141124'
const SITE = { lon: 110.9, lat: 38.0 }

let live: LiveApp
let county: Client
let city: Client
let inspector: Client
beforeAll(async () => {
  const place = { countyCode: COUNTY, centreCode: CENTRE }
  const position = { ...SITE, source: 'entered', accuracyM: null }
  live = await createLiveApp([
    createRecord('facts', '2018-03-01', { facts: { village: '前村', position } } as never, place),
    createRecord('stageReported', '2018-03-05', { stage: 'sited' }, place),
    createRecord('stageReported', '2018-05-20', { stage: 'started' }, place),
  ])
  county = await live.as({ principal: 'county', county: COUNTY })
  city = await live.as({ principal: 'cityOffice' })
  inspector = await live.as({ principal: 'inspector', county: '141181' })
})
afterAll(() => live.close())

interface Sent {
  id?: string
  centre?: string
  query?: string
  type?: string
  as?: Client
}

function post(path: string, body: Buffer, { id = randomUUID(), query = '', type = 'image/jpeg', as = county }: Sent) {
  const headers = { 'content-type': type }
  return as.request(`/api/${path}?id=${id}${query}`, { method: 'POST', headers, body: new Uint8Array(body) })
}

const addPhoto = (body: Buffer, { centre = CENTRE, query = '', ...sent }: Sent = {}) =>
  post('photos', body, { ...sent, query: `&centre=${centre}${query}` })
const addDocument = (body: Buffer, query: string, sent: Sent = {}) =>
  post('documents', body, { type: 'application/pdf', ...sent, query })
const photoOf = async (response: Response) => (await response.json()) as Photo
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const detailOf = async (code = CENTRE, query = '') =>
  (await (await county.request(`/api/centres/${code}${query}`)).json()) as CentreDetail
const auditRows = (operation: string) =>
  live.store.db.selectFrom('audit').selectAll().where('operation', '=', operation).execute()
const withdraw = (id: string, as: Client, body = { id: randomUUID(), reason: '误传' }) =>
  as.request(`/api/evidence/${id}/withdrawal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('a photo', () => {
  test('is kept as it was sent, under its hash, and its adding is written down', async () => {
    const picture = await jpeg({ seed: 101 })
    const id = randomUUID()
    const response = await addPhoto(picture, { id, query: '&stage=started&name=开工.jpg' })
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const photo = await photoOf(response)
    expect(photo).toMatchObject({
      id,
      centreCode: CENTRE,
      countyCode: COUNTY,
      stage: 'started',
      name: '开工.jpg',
      mediaType: 'image/jpeg',
      bytes: picture.length,
      width: 640,
      height: 480,
      takenAt: null,
      takenPosition: null,
      distanceM: null,
      hints: [],
      addedBy: '临县民政局',
    })
    const kept = join(live.store.folder, 'evidence', photo.sha256.slice(0, 2), photo.sha256)
    expect(readFileSync(kept)).toEqual(picture)
    expect(readdirSync(join(live.store.folder, 'evidence/incoming'))).toEqual([])
    const rows = (await auditRows('addPhoto')).filter(row => row.after?.includes(id))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.subject).toBe(CENTRE)
  })

  test('sent again with its id is the same act; other content under the id is a conflict', async () => {
    const id = randomUUID()
    const picture = await jpeg({ seed: 102 })
    expect((await addPhoto(picture, { id })).status).toBe(201)
    const again = await addPhoto(picture, { id })
    expect([again.status, (await photoOf(again)).id]).toEqual([200, id])
    const other = await addPhoto(await jpeg({ seed: 103 }), { id })
    expect([other.status, await codeOf(other)]).toEqual([409, 'evidenceConflict'])
    expect((await addPhoto(picture, { id, centre: OTHER })).status).toBe(409)
    expect((await addPhoto(picture, { id, as: city })).status).toBe(409)
    expect((await auditRows('addPhoto')).filter(row => row.after?.includes(id))).toHaveLength(1)
  })

  test('sent twice at once is one', async () => {
    const id = randomUUID()
    const picture = await jpeg({ seed: 104 })
    const statuses = (await Promise.all([1, 2, 3].map(() => addPhoto(picture, { id })))).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 200, 201])
  })

  test('leaves the version of its centre as it was', async () => {
    const { version } = await detailOf()
    await addPhoto(await jpeg({ seed: 105 }))
    expect((await detailOf()).version).toBe(version)
  })

  test('tells when and where it was taken, and what there is to think about', async () => {
    const shot = { at: '2018:05:19 08:30:00', lon: SITE.lon, lat: SITE.lat + 0.01 }
    const response = await addPhoto(await withExif(shot, { seed: 106 }), { query: '&stage=started' })
    const { takenAt, takenPosition, distanceM, hints } = await photoOf(response)
    expect(takenAt).toBe('2018-05-19T08:30:00')
    expect(takenPosition?.lat).toBeCloseTo(SITE.lat + 0.01, 5)
    expect(distanceM).toBeGreaterThan(1100)
    expect(hints.map(({ code }) => code)).toEqual(['far', 'otherDay'])
  })

  test('is served upright, made anew and without what it told', async () => {
    const shot = { at: '2018:05:20 08:30:00', ...SITE, orientation: 6 }
    const original = await withExif(shot, { width: 2400, height: 1200, seed: 107 })
    const photo = await photoOf(await addPhoto(original))
    expect([photo.width, photo.height]).toEqual([1200, 2400])
    for (const [query, height] of [
      ['', 1600],
      ['?size=1600', 1600],
      ['?size=320', 320],
    ] as const) {
      const response = await county.request(`/api/photos/${photo.sha256}${query}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/jpeg')
      expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      const served = Buffer.from(await response.arrayBuffer())
      const seen = await sharp(served).metadata()
      expect([seen.height, seen.exif, seen.orientation]).toEqual([height, undefined, undefined])
    }
    expect((await county.request(`/api/photos/${photo.sha256}?size=640`)).status).toBe(400)
  })

  test('is made anew when its pictures are lost, and known by its tag', async () => {
    const { sha256 } = await photoOf(await addPhoto(await png({ seed: 108 }), { type: 'image/png' }))
    const first = await county.request(`/api/photos/${sha256}?size=320`)
    rmSync(join(live.store.folder, 'derived'), { recursive: true })
    const again = await county.request(`/api/photos/${sha256}?size=320`)
    expect(again.status).toBe(200)
    expect(Buffer.from(await again.arrayBuffer())).toEqual(Buffer.from(await first.arrayBuffer()))
    const known = { headers: { 'if-none-match': again.headers.get('etag') ?? '' } }
    expect((await county.request(`/api/photos/${sha256}?size=320`, known)).status).toBe(304)
  })

  test('at another centre, too, names it, and its bytes are kept once', async () => {
    const picture = await jpeg({ seed: 109 })
    const first = await photoOf(await addPhoto(picture))
    const second = await photoOf(await addPhoto(picture, { centre: OTHER }))
    expect(second.hints).toEqual([{ code: 'reused', params: { centre: CENTRE } }])
    expect(second.sha256).toBe(first.sha256)
    const { photos } = await detailOf()
    expect(photos.find(({ id }) => id === first.id)?.hints).toEqual([{ code: 'reused', params: { centre: OTHER } }])
  })

  test('of a centre elsewhere is not for this county to add, nor of one there is not', async () => {
    const picture = await jpeg({ seed: 110 })
    expect((await addPhoto(picture, { centre: 'LL2018-082' })).status).toBe(403)
    const nowhere = await addPhoto(picture, { centre: 'LL2018-999' })
    expect([nowhere.status, await codeOf(nowhere)]).toEqual([404, 'centreUnknown'])
  })

  test('nobody added is not there', async () => {
    expect((await county.request(`/api/photos/${'a'.repeat(64)}`)).status).toBe(404)
    expect((await county.request('/api/photos/..%2f..%2fstore.sqlite')).status).toBe(400)
  })

  test('may be named by the record of a stage, one of another centre may not', async () => {
    const photo = await photoOf(await addPhoto(await jpeg({ seed: 111 })))
    const { version } = await detailOf()
    const record = (photoIds: string[]) =>
      county.request(`/api/centres/${CENTRE}/stage-records`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ id: randomUUID(), stage: 'foundation', date: '2018-07-10', photoIds }),
      })
    const elsewhere = await photoOf(await addPhoto(await jpeg({ seed: 112 }), { centre: OTHER }))
    expect((await record([elsewhere.id])).status).toBe(422)
    expect((await record([photo.id])).status).toBe(201)
  })
})

describe('what was withdrawn', () => {
  test('is served and listed no more, but was there as long as it was', async () => {
    const { id, sha256 } = await photoOf(await addPhoto(await jpeg({ seed: 120 })))
    const before = new Date(live.clock.at).toISOString()
    live.clock.at += 60_000
    const act = { id: randomUUID(), reason: '拍错了' }
    expect((await withdraw(id, county, act)).status).toBe(204)
    expect((await withdraw(id, county, act)).status).toBe(204)
    expect((await withdraw(id, county)).status).toBe(409)
    expect((await county.request(`/api/photos/${sha256}`)).status).toBe(404)
    expect((await detailOf()).photos.some(photo => photo.id === id)).toBe(false)
    expect((await detailOf(CENTRE, `?knownAt=${before}`)).photos.some(photo => photo.id === id)).toBe(true)
    expect((await auditRows('withdrawEvidence')).filter(row => row.before?.includes(id))).toHaveLength(1)
  })

  test('is still there where another photo is the same bytes', async () => {
    const picture = await jpeg({ seed: 121 })
    const first = await photoOf(await addPhoto(picture))
    await addPhoto(picture, { centre: OTHER })
    await withdraw(first.id, county)
    expect((await county.request(`/api/photos/${first.sha256}`)).status).toBe(200)
  })

  test('was withdrawn by the account that added it, or by the city office', async () => {
    const { id } = await photoOf(await addPhoto(await jpeg({ seed: 122 })))
    const ofInspector = await photoOf(await addPhoto(await jpeg({ seed: 123 }), { as: inspector }))
    const elsewhere = await live.as({ principal: 'county', county: '141181' })
    for (const [what, who] of [
      [id, inspector],
      [id, elsewhere],
      [ofInspector.id, county],
    ] as const) {
      expect((await withdraw(what, who)).status).toBe(403)
    }
    expect((await withdraw(ofInspector.id, inspector)).status).toBe(204)
    expect((await withdraw(id, city)).status).toBe(204)
    expect((await withdraw(randomUUID(), city)).status).toBe(404)
  })
})

describe('a document', () => {
  test('of a centre is listed there, and shown in a frame of our own', async () => {
    const bytes = pdf()
    const response = await addDocument(bytes, `&centre=${CENTRE}&kind=contract&name=合同.pdf`)
    expect(response.status).toBe(201)
    const document = (await response.json()) as EvidenceDocument
    expect(document).toMatchObject({ kind: 'contract', name: '合同.pdf', mediaType: 'application/pdf' })
    expect((await detailOf()).documents.map(({ id }) => id)).toContain(document.id)
    const shown = await county.request(`/api/documents/${document.id}`)
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes)
    const policy = shown.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(shown.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('content-type')).toBe('application/pdf')
    expect(shown.headers.get('content-disposition')).toBe(
      `inline; filename="__.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf`,
    )
  })

  test('of a county is listed with the county', async () => {
    const response = await addDocument(pdf({ trailer: '/Info 5 0 R' }), `&county=${COUNTY}&kind=countyPlan`)
    expect(response.status).toBe(201)
    const sheet = await (await county.request(`/api/counties/${COUNTY}`)).json()
    expect((sheet as { documents: EvidenceDocument[] }).documents.map(({ kind }) => kind)).toEqual(['countyPlan'])
    expect((await addDocument(pdf(), '&county=141181&kind=countyPlan')).status).toBe(403)
  })

  test('that is a picture is served as one made anew', async () => {
    const scan = await jpeg({ width: 4000, height: 1000, seed: 130 })
    const added = await addDocument(scan, `&centre=${CENTRE}&kind=roadmap`, { type: 'image/jpeg' })
    const { id, sha256 } = (await added.json()) as EvidenceDocument
    const shown = await county.request(`/api/documents/${id}`)
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(3200)
    expect((await county.request(`/api/photos/${sha256}`)).status).toBe(404)
  })

  test('is of one subject, the one its kind is of', async () => {
    for (const query of [
      `&centre=${CENTRE}&kind=countyPlan`,
      `&county=${COUNTY}&kind=contract`,
      `&centre=${CENTRE}&county=${COUNTY}&kind=contract`,
      '&kind=contract',
    ]) {
      expect((await addDocument(pdf(), query)).status, query).toBe(400)
    }
  })

  test('withdrawn is shown no more', async () => {
    const added = await addDocument(pdf(), `&centre=${CENTRE}&kind=timetable`)
    const { id } = (await added.json()) as EvidenceDocument
    await withdraw(id, city)
    expect((await county.request(`/api/documents/${id}`)).status).toBe(404)
    expect((await detailOf()).documents.some(document => document.id === id)).toBe(false)
  })
})

test('what was coming in when the program ended is gone when it starts', async () => {
  const left = join(live.store.folder, 'evidence/incoming/left')
  writeFileSync(left, 'half')
  new EvidenceFiles(live.store.folder)
  expect(existsSync(left)).toBe(false)
})
