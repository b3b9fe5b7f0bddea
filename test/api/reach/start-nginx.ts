import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Certificate } from './certificate.ts'
import { NGINX } from './tools.ts'

const DOCUMENTED = fileURLToPath(new URL('../../../docs/reverse-proxy/nginx.conf', import.meta.url))
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

interface Proxy {
  folder: string
  certificate: Certificate
  http: number
  https: number
  board: number
}

/** The documented file with other ports, paths and certificate, and nothing else changed. */
function configure({ folder, certificate, http, https, board }: Proxy): string {
  const swaps: [RegExp, string][] = [
    [/listen 80;/g, `listen 127.0.0.1:${http};`],
    [/listen \[::\]:80;/g, `listen [::1]:${http};`],
    [/listen 443 /g, `listen 127.0.0.1:${https} `],
    [/listen \[::\]:443 /g, `listen [::1]:${https} `],
    [/server 127\.0\.0\.1:3000;/g, `server 127.0.0.1:${board};`],
    [/\/etc\/letsencrypt\/live\/board\.example\/fullchain\.pem/g, certificate.cert],
    [/\/etc\/letsencrypt\/live\/board\.example\/privkey\.pem/g, certificate.key],
    [/\/run\/nginx\.pid/g, join(folder, 'nginx.pid')],
    [/\/var\/log\/nginx\//g, `${folder}/`],
    [/^http \{$/gm, `http {\n${TEMPORARY.map(name => `${name}_temp_path ${join(folder, name)};`).join('\n')}`],
  ]
  return swaps.reduce(
    (text, [pattern, put]) => {
      if (!pattern.test(text)) throw new Error(`${pattern} is not in the documented file`)
      return text.replace(pattern, put)
    },
    readFileSync(DOCUMENTED, 'utf8'),
  )
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Runs nginx on the documented file before a board; answers how to stop it. */
export async function startNginx(proxy: Proxy): Promise<() => Promise<void>> {
  mkdirSync(proxy.folder, { recursive: true })
  const file = join(proxy.folder, 'nginx.conf')
  writeFileSync(file, configure(proxy))
  const args = ['-c', file, '-e', join(proxy.folder, 'error.log'), '-g', 'daemon off;']
  const nginx: ChildProcess = spawn(NGINX ?? 'nginx', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  nginx.stderr?.on('data', text => {
    said += text
  })
  while (!(await isListening(proxy.https))) {
    if (nginx.exitCode !== null) throw new Error(`nginx does not start:\n${said}`)
    await wait(20)
  }
  return async () => {
    if (nginx.exitCode !== null) return
    nginx.kill('SIGQUIT')
    await once(nginx, 'exit')
  }
}
