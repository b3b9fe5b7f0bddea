import { connect, type Socket } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')

/** The whole length of the first answer in a buffer; null: not all of its head is there. */
function answerLength(buffer: Buffer): number | null {
  const end = buffer.indexOf(HEAD_END)
  if (end < 0) return null
  const head = buffer.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  return end + HEAD_END.length + Number(length?.[1] ?? 0)
}

/**
 * One kept-alive connection that asks one thing at a time. It reads just enough of HTTP to know where an answer
 * ends, so that the machine's time goes to the server measured.
 */
export class Connection {
  readonly #socket: Socket
  #wanted = 0
  #got = 0
  #head: Buffer | null = null
  #status = 0
  #done: ((status: number) => void) | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', chunk => this.#read(chunk))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  /** Sends a request as it stands on the wire; resolves with the status once the whole answer is here. */
  ask(request: string): Promise<number> {
    return new Promise(resolve => {
      this.#done = resolve
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    if (this.#wanted === 0) {
      const buffer = this.#head === null ? chunk : Buffer.concat([this.#head, chunk])
      const length = answerLength(buffer)
      if (length === null) {
        this.#head = buffer
        return
      }
      this.#status = Number(buffer.toString('latin1', 9, 12))
      this.#head = null
      this.#wanted = length
      this.#got = buffer.length
    } else {
      this.#got += chunk.length
    }
    if (this.#got < this.#wanted) return
    this.#wanted = 0
    const done = this.#done
    this.#done = null
    done?.(this.#status)
  }
}

/** A request with a JSON body as it stands on the wire; the body is of one-byte characters. */
export function jsonRequest(method: string, target: { port: number; path: string }, asked: JsonAsked): string {
  const body = JSON.stringify(asked.body)
  const lines = {
    host: `127.0.0.1:${target.port}`,
    connection: 'keep-alive',
    'content-type': 'application/json',
    'content-length': body.length,
    ...asked.headers,
  }
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${target.path} HTTP/1.1\r\n${head.join('')}\r\n${body}`
}

interface JsonAsked {
  headers: Record<string, string>
  body: object
}

/** A GET as it stands on the wire. */
export function getRequest(port: number, path: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, connection: 'keep-alive', ...headers })
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
