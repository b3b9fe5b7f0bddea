import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

const find = (name: string): string | null =>
  folders.map(folder => join(folder, name)).find(file => existsSync(file)) ?? null

/** Programs from outside that the tests of reaching the server need; null: not on this machine. */
export const NGINX = find('nginx')
export const OPENSSL = find('openssl')

/** Tests that cannot run here. */
export const impossible = [
  ...(OPENSSL ? [] : ['test/api/reach/tls.test.ts']),
  ...(OPENSSL && NGINX ? [] : ['test/api/reach/nginx.test.ts']),
]
