import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const NAME = 'board.example'

export interface Certificate {
  cert: string
  key: string
  /** What to trust in order to trust it. */
  ca: Buffer
}

/** A certificate of a day for the board's name and loopback, signed by itself. */
export function makeCertificate(folder: string, name = 'tls'): Certificate {
  const [cert, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)]
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME},IP:127.0.0.1`]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' })
  return { cert, key, ca: readFileSync(cert) }
}
