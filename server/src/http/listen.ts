import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DomainError } from '../errors.ts'

/** Begins to listen and answers the port, which is a free one for 0. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch (error) {
    const { message } = error as Error
    throw new DomainError(
      'settingRefused',
      `不能监听 ${host}:${port}：${message} / Cannot listen on ${host}:${port}: ${message}`,
    )
  }
}
