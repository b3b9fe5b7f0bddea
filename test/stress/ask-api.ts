/** Asks the API of a server as somebody. */
export interface Api {
  url: string
  cookie: string
}

export interface Answer<T> {
  status: number
  body: T
}

/** One JSON request, its answer read whole. */
export async function askApi<T>(api: Api, method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
  const headers: Record<string, string> = { cookie: api.cookie, origin: api.url }
  if (sent.version !== undefined) headers['if-match'] = `"${sent.version}"`
  if (sent.body !== undefined) headers['content-type'] = 'application/json'
  const body = sent.body === undefined ? null : JSON.stringify(sent.body)
  const response = await fetch(api.url + path, { method, headers, body })
  return { status: response.status, body: (await response.json()) as T }
}

interface Sent {
  body?: object
  /** The version it is made from. */
  version?: number
}
