import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveApp } from '../factories/listen.ts'
import { createLiveApp, type LiveApp } from '../factories/store.ts'
import { type HostileUpload, hostileUploads } from '../fixtures/uploads/hostile.ts'
import { jpeg } from '../fixtures/uploads/pictures.ts'

const CENTRE = 'LL2018-034'
const PACE = { idleMs: 700, graceMs: 1200, leastBytesPerSecond: 4096 }
const AS_PHOTO = () => `/api/photos?id=${randomUUID()}&centre=${CENTRE}`

let live: LiveApp
let server: Awaited<ReturnType<typeof serveApp>>
let cookie: string
let hostile: HostileUpload[]
beforeAll(async () => {
  live = await createLiveApp([], undefined, { uploadPace: PACE })
  server = await serveApp(live)
  cookie = (await live.as({ principal: 'county', county: '141124' })).cookie
  hostile = await hostileUploads()
}, 60_000)
afterAll(async () => {
  await server.close()
  await live.close()
})

const originOf = () => server.url
const pathOf = ({ to }: HostileUpload) =>
  to === 'photos' ? AS_PHOTO() : `/api/documents?id=${randomUUID()}&centre=${CENTRE}&kind=contract`

/** Sends a file as a browser does; a server that answers before it has all of it may cut the rest off. */
async function send(path: string, { type, body }: Pick<HostileUpload, 'type' | 'body'>, chunked = false) {
  const headers: Record<string, string> = { cookie, origin: originOf() }
  if (type !== '') headers['content-type'] = type
  const sent = chunked ? new Blob([new Uint8Array(body)]).stream() : new Uint8Array(body)
  const init = { method: 'POST', headers, body: sent, ...(chunked ? { duplex: 'half' } : {}) }
  return fetch(server.url + path, init as RequestInit)
}

async function codeOf(response: Response): Promise<string | undefined> {
  return ((await response.json()) as { code?: string }).code
}

async function expectAlive(): Promise<void> {
  const response = await send(AS_PHOTO(), { type: 'image/jpeg', body: await jpeg({ seed: Math.random() * 1000 }) })
  expect(response.status).toBe(201)
}

/** A request as it stands on the wire, sent piece by piece; what the server answers until the end. */
function onTheWire(head: readonly string[], pieces: readonly Buffer[], pauseMs: number): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let answer = ''
    let i = 0
    const lines = [...head, `host: ${new URL(server.url).host}`, `cookie: ${cookie}`, `origin: ${originOf()}`]
    const write = () => {
      const piece = pieces[i++]
      if (piece === undefined || socket.destroyed) return
      socket.write(piece, () => setTimeout(write, pauseMs))
    }
    socket.on('data', data => {
      answer += data.toString('latin1')
      if (answer.includes('\r\n\r\n')) setTimeout(() => socket.destroy(), 50)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(`${lines.join('\r\n')}\r\n\r\n`, write)
  })
}

const post = (...more: string[]) => [`POST ${AS_PHOTO()} HTTP/1.1`, 'content-type: image/jpeg', ...more]

describe('files made to harm', () => {
  test('are at least forty', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40)
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length)
  })

  test('are each refused for what they are, or do no harm, and nothing of them is left', async () => {
    const wrong: string[] = []
    for (const upload of hostile) {
      const response = await send(pathOf(upload), upload)
      const code = response.status === 201 ? undefined : await codeOf(response)
      if (response.status !== upload.status || code !== upload.code) {
        wrong.push(`${upload.name}: ${response.status} ${code} instead of ${upload.status} ${upload.code}`)
      }
    }
    expect(wrong).toEqual([])
    await expectAlive()
  }, 120_000)

  test('are refused without a length, too', async () => {
    const body = Buffer.concat([await jpeg(), Buffer.alloc(21 * 1024 * 1024)])
    const response = await send(AS_PHOTO(), { type: 'image/jpeg', body }, true)
    expect([response.status, await codeOf(response)]).toEqual([413, 'bodyTooLarge'])
    const small = await send(AS_PHOTO(), { type: 'image/jpeg', body: await jpeg({ seed: 77 }) }, true)
    expect(small.status).toBe(201)
  })

  test('are not taken as forms or compressed', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await jpeg())]), 'a.jpg')
    const headers = { cookie, origin: originOf() }
    const asForm = await fetch(server.url + AS_PHOTO(), { method: 'POST', headers, body: form })
    expect(asForm.status).toBe(403)
    const bent = { ...headers, 'content-type': 'multipart/mixed; boundary=' }
    const malformed = await fetch(server.url + AS_PHOTO(), { method: 'POST', headers: bent, body: '--\r\n\r\n--' })
    expect(malformed.status).toBe(415)
    const packed = { ...headers, 'content-type': 'image/jpeg', 'content-encoding': 'gzip' }
    const response = await fetch(server.url + AS_PHOTO(), { method: 'POST', headers: packed, body: 'x' })
    expect(await codeOf(response)).toBe('mediaTypeUnsupported')
  })
})

describe('a body that does not come', () => {
  test('byte by byte is given up', async () => {
    const drops = Array.from({ length: 100 }, () => Buffer.from([0xff]))
    const answer = await onTheWire(post('content-length: 100000'), drops, 100)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('uploadTooSlow')
  })

  test('at all is given up', async () => {
    const answer = await onTheWire(post('content-length: 100000'), [Buffer.from([0xff])], 0)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('takes no more than eight places of its account, and gives them back', async () => {
    const body = await jpeg({ seed: 91 })
    const held = Array.from({ length: 8 }, () => onTheWire(post('content-length: 100000'), [Buffer.from([0xff])], 0))
    await wait(200)
    const refused = await send(AS_PHOTO(), { type: 'image/jpeg', body })
    expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([
      503,
      '5',
      'uploadsBusy',
    ])
    for (const answer of await Promise.all(held)) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    await expectAlive()
  })

  test('to its end, its sender gone, leaves nothing behind', async () => {
    const picture = await jpeg({ width: 1200, height: 900, seed: 90 })
    const before = await live.store.db.selectFrom('evidence').select('id').execute()
    for (let i = 0; i < 5; i++) {
      const gone = new AbortController()
      const half = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(picture.subarray(0, picture.length >> 1)))
          setTimeout(() => gone.abort(), 30)
        },
      })
      const headers = { cookie, origin: originOf(), 'content-type': 'image/jpeg' }
      const init = { method: 'POST', headers, body: half, duplex: 'half', signal: gone.signal }
      await expect(fetch(server.url + AS_PHOTO(), init as RequestInit)).rejects.toThrow()
    }
    await expectAlive()
    const after = await live.store.db.selectFrom('evidence').select('id').execute()
    expect(after.length).toBe(before.length + 1)
  })

  test('as chunks that are none is refused by the server itself', async () => {
    const answer = await onTheWire(post('transfer-encoding: chunked'), [Buffer.from('zz\r\nnothing\r\n')], 0)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    await expectAlive()
  })
})
