import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Role } from '@lvliang/shared/accounts/role'

const account = fileURLToPath(new URL('../../../server/dist/accounts/admin/account.command.js', import.meta.url))

async function send(url: string, path: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: url }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${response.status} ${path}: ${await response.text()}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Signs in to the demonstration by one click: the cookie to send. */
export const signInToDemonstration = (url: string, role: Role = 'leader', county?: string): Promise<string> =>
  send(url, '/api/auth/demonstration', { role, county })

/** Makes a leader in a data folder no server has open; answers how to sign in once one has. */
export function makeLeader(dataDir: string): (url: string) => Promise<string> {
  const args = [account, 'create', '--role', 'leader', '--username', 'first-leader']
  const { stdout, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, DATA_DIR: dataDir } })
  const token = /\/set-up#([\w.-]+)/.exec(String(stdout))?.[1]
  if (!token) throw new Error(`no set-up link:\n${stdout}${stderr}`)
  const password = 'seven kites above the loess plateau'
  return url => send(url, '/api/auth/set-up', { token, username: 'first-leader', password })
}

/** What a browser holds of a cookie, for one origin. */
export function browserCookie(url: string, cookie: string) {
  const [name = '', value = ''] = cookie.split(/=(.*)/)
  return { name, value, url }
}
