import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, apiGet, apiUrl } from './client.ts'

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
