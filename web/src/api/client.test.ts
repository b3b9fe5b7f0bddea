import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, apiGet, apiSend, apiUrl, onSessionEnd } from './client.ts'

const answer = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))

afterEach(() => vi.unstubAllGlobals())

describe('an address of the API', () => {
  it('is the same for the same read, whatever the order', () => {
    expect(apiUrl('/summary', { light: 'red,blue', asOf: '2018-05-01' })).toBe(
      apiUrl('/summary', { asOf: '2018-05-01', light: 'red,blue' }),
    )
  })

  it('leaves out what has no value and keeps commas readable', () => {
    expect(apiUrl('/centres', { q: undefined, light: 'red,blue', located: false })).toBe(
      '/api/centres?light=red,blue&located=false',
    )
  })
})

describe('reading from the API', () => {
  it('throws the problem with its code', async () => {
    answer(400, { code: 'asOfInFuture', detail: '2019-01-01' })
    await expect(apiGet('/summary')).rejects.toMatchObject({ status: 400, code: 'asOfInFuture' })
  })

  it('calls a server out of reach by one name', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed')
    })
    const error = await apiGet('/summary').catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 0, code: 'network' })
  })
})

describe('sending to the API', () => {
  const asked: Request[] = []
  const answers = (...responses: Response[]) =>
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push(new Request(`http://localhost${url}`, init))
      return responses[asked.length - 1]
    })
  const refusal = (status: number, body: object, headers?: Record<string, string>) =>
    new Response(JSON.stringify(body), { status, headers })

  afterEach(() => {
    asked.length = 0
    onSessionEnd(null)
  })

  it('carries JSON and the version it starts from', async () => {
    answers(new Response(JSON.stringify({ version: 4 })))
    expect(await apiSend('PATCH', '/accounts/a', { finance: true }, { ifMatch: 3 })).toEqual({ version: 4 })
    expect(asked[0]?.headers.get('if-match')).toBe('"3"')
    expect(asked[0]?.headers.get('content-type')).toBe('application/json')
    expect(await asked[0]?.json()).toEqual({ finance: true })
  })

  it('answers nothing where nothing is answered', async () => {
    answers(new Response(null, { status: 204 }))
    expect(await apiSend('POST', '/auth/sign-out')).toBeUndefined()
    expect(asked[0]?.headers.has('content-type')).toBe(false)
  })

  it('says which field is wrong, what the thing is now and when to try again', async () => {
    const errors = [{ pointer: '/username', code: 'usernameTaken', message: '用户名已被占用。' }]
    answers(refusal(412, { code: 'versionStale', errors, current: { version: 5 } }, { 'retry-after': '90' }))
    await expect(apiSend('PATCH', '/accounts/a', {})).rejects.toMatchObject({
      code: 'versionStale',
      errors,
      current: { version: 5 },
      retryAfterSeconds: 90,
    })
  })

  it('waits for a new session and sends the same once more', async () => {
    answers(refusal(401, { code: 'signInRequired' }), new Response(JSON.stringify({ done: true })))
    onSessionEnd(async () => true)
    expect(await apiSend('POST', '/accounts', { name: '甲' })).toEqual({ done: true })
    expect(await Promise.all(asked.map(request => request.json()))).toEqual([{ name: '甲' }, { name: '甲' }])
  })

  it('asks no third time', async () => {
    answers(refusal(401, { code: 'signInRequired' }), refusal(401, { code: 'signInRequired' }))
    onSessionEnd(async () => true)
    await expect(apiGet('/summary')).rejects.toMatchObject({ code: 'signInRequired' })
    expect(asked).toHaveLength(2)
  })

  it('takes a wrong password for what it is', async () => {
    answers(refusal(401, { code: 'signInFailed' }))
    const renew = vi.fn(async () => true)
    onSessionEnd(renew)
    await expect(apiSend('POST', '/auth/sign-in/username', {})).rejects.toMatchObject({ code: 'signInFailed' })
    expect(renew).not.toHaveBeenCalled()
  })
})
