const encoder = new TextEncoder()

interface Message {
  /** What a client that comes back resumes from; without it the last one stays. */
  id?: number
  /** Left out: `message`. */
  name?: string
  data: unknown
}

/** One server-sent event; JSON keeps its data on one line. */
export const sseMessage = ({ id, name, data }: Message): string =>
  `${name === undefined ? '' : `event: ${name}\n`}${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

/** Keeps what stands between from taking the connection for dead. */
export const HEARTBEAT = encoder.encode(':\n\n')

export const sseRetry = (ms: number): string => `retry: ${Math.round(ms)}\n\n`

export const sseBytes = (text: string): Uint8Array => encoder.encode(text)
