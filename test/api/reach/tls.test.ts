import { copyFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltServer, freePort, startBuiltServer } from '../../e2e/support/built-server.ts'
import { createFolder } from '../../factories/store.ts'
import { type Asked, ask } from './ask.ts'
import { type Certificate, makeCertificate, NAME } from './certificate.ts'

let folder: Awaited<ReturnType<typeof createFolder>>
let certificate: Certificate
let server: BuiltServer
let port: number
beforeAll(async () => {
  folder = await createFolder()
  certificate = makeCertificate(folder.folder)
  port = await freePort()
  server = await startBuiltServer(folder.folder, {
    PORT: `${port}`,
    HOST: '0.0.0.0',
    PUBLIC_URL: `https://${NAME}:${port}`,
    TLS_CERT: certificate.cert,
    TLS_KEY: certificate.key,
    DEMO_LAN: '1',
  })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await folder.remove()
})

const visit = (path: string, more: Partial<Asked> = {}) =>
  ask({ port, path, host: `${NAME}:${port}`, tls: { name: NAME, ca: certificate.ca }, ...more })

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    if (await holds()) return
    await wait(20)
  }
  throw new Error(`it never came about:\n${server.output()}`)
}

test('it answers by https, and tells browsers to stay there', async () => {
  const answer = await visit('/healthz')
  expect(answer.status).toBe(200)
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  expect(server.output()).toContain(`https://${NAME}:${port}`)
})

test('it answers nothing in clear', async () => {
  await expect(visit('/healthz', { tls: undefined })).rejects.toThrow()
})

test('it answers under its own name and loopback alone', async () => {
  expect((await visit('/healthz', { host: `127.0.0.1:${port}` })).status).toBe(200)
  expect((await visit('/healthz', { host: 'elsewhere.example' })).status).toBe(421)
  expect((await visit('/healthz', { host: NAME })).status).toBe(421)
})

test('a session’s cookie is bound to this host and to https', async () => {
  const answer = await visit('/api/auth/demonstration', {
    method: 'POST',
    body: { role: 'leader' },
    headers: { origin: `https://${NAME}:${port}` },
  })
  expect([answer.status, answer.body]).toEqual([200, expect.any(String)])
  const [cookie = ''] = answer.headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^__Host-session=/)
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(`; ${attribute}`)
  expect(cookie).not.toMatch(/domain/i)
})

test('a renewed certificate is taken up on SIGHUP; one that is of no use is not', async () => {
  const first = (await visit('/healthz')).fingerprint
  const renewed = makeCertificate(folder.folder, 'renewed')
  copyFileSync(renewed.cert, certificate.cert)
  copyFileSync(renewed.key, certificate.key)
  const tls = { name: NAME, ca: renewed.ca }
  server.process.kill('SIGHUP')
  await until(async () => server.output().includes('certificate renewed'))
  const second = (await visit('/healthz', { tls })).fingerprint
  expect(second).not.toBe(first)

  writeFileSync(certificate.cert, 'nonsense')
  server.process.kill('SIGHUP')
  await until(async () => server.output().includes('certificate not renewed'))
  expect((await visit('/healthz', { tls })).fingerprint).toBe(second)
})
