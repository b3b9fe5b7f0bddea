import { once } from 'node:events'
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'

export interface Asked {
  /** Where the connection leads. */
  port: number
  path: string
  /** Under which name it is asked; undefined: by http. */
  tls?: { name: string; ca: Buffer }
  host: string
  method?: string
  headers?: OutgoingHttpHeaders
  body?: unknown
  /** The address of this machine to ask from. */
  from?: string
}

export interface Answered {
  status: number | undefined
  headers: IncomingMessage['headers']
  body: string
  /** The fingerprint of the certificate it came under. */
  fingerprint: string | undefined
}

/** Asks a server on loopback as a visitor from elsewhere does: by name, trusting one certificate alone. */
export async function ask({ port, path, tls, host, method, headers, body, from }: Asked): Promise<Answered> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method: method ?? 'GET',
    headers: { host, ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(from === undefined ? {} : { localAddress: from }),
    agent: false as const,
  }
  const request = tls ? https.request({ ...options, servername: tls.name, ca: tls.ca }) : http.request(options)
  request.end(sent)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const fingerprint = tls ? (response.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256 : undefined
  return { status: response.statusCode, headers: response.headers, body: await text(response), fingerprint }
}
