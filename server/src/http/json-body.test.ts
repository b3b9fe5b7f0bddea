import { beforeAll, expect, test } from 'vitest'
import { createLiveApp, type LiveApp } from '../../../test/factories/store.ts'

let live: LiveApp
beforeAll(async () => {
  live = await createLiveApp()
  return () => live.close()
})

const ORIGIN = 'http://localhost'
const tooLarge = JSON.stringify({ username: 'x'.repeat(17 * 1024), password: '' })

function chunked(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 1000) controller.enqueue(bytes.subarray(at, at + 1000))
      controller.close()
    },
  })
}

async function answerTo(body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers }, body }
  const url = `${ORIGIN}/api/auth/sign-in/username`
  const response = await live.whole.fetch(new Request(url, { ...init, duplex: 'half' } as RequestInit), {})
  const { code } = (await response.json()) as { code: string }
  return [response.status, response.headers.get('content-type'), code]
}

test.each([
  ['no JSON', '{"username":', {}, 400, 'malformedRequest'],
  ['nothing', '', {}, 400, 'malformedRequest'],
  ['another type', '<a/>', { 'content-type': 'application/xml' }, 415, 'mediaTypeUnsupported'],
  ['a long body', tooLarge, { 'content-length': String(tooLarge.length) }, 413, 'bodyTooLarge'],
])('%s is refused by name', async (_, body, headers, status, code) => {
  expect(await answerTo(body, headers)).toEqual([status, 'application/problem+json', code])
})

test('a long body that does not state its length is refused as it comes', async () => {
  expect(await answerTo(chunked(tooLarge))).toEqual([413, 'application/problem+json', 'bodyTooLarge'])
})
