import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { DomainError } from '../errors.ts'
import { log } from './log.ts'

export interface TlsFiles {
  cert: string
  key: string
}

/** What stands in them. */
export interface TlsPems {
  cert: Buffer
  key: Buffer
}

/** Reads a certificate and its key. Throws `settingRefused` where they are not there, not PEM, or not of one pair. */
export function readTls({ cert, key }: TlsFiles): TlsPems {
  try {
    const pems = { cert: readFileSync(cert), key: readFileSync(key) }
    createSecureContext(pems)
    return pems
  } catch (error) {
    const { message } = error as Error
    throw new DomainError(
      'settingRefused',
      `TLS_CERT、TLS_KEY 不可用：${message} / TLS_CERT and TLS_KEY are of no use: ${message}`,
    )
  }
}

/** Takes a renewed certificate into use on SIGHUP; one that is of no use leaves the old one in place. */
export function renewTlsOnSignal(server: Server, files: TlsFiles): void {
  process.on('SIGHUP', () => {
    try {
      ;(server as TlsServer).setSecureContext(readTls(files))
      log().info('certificate renewed')
    } catch (error) {
      log().error({ err: error }, 'certificate not renewed')
    }
  })
}
