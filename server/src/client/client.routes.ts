import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Hono } from 'hono'
import { preferredEncoding } from '../http/accept-encoding.ts'
import { problem } from '../http/problem.ts'
import { contentSecurityPolicy, SECURITY_HEADERS } from '../http/security-headers.ts'
import { PATHS } from '../paths.ts'
import { Assets } from './assets.ts'
import { fillPage } from './page-template.ts'
import { createShells, type ShellSource } from './shell.ts'

const squeeze = promisify(gzip)
const LANGUAGE = 'zh-CN'
/** The queries of the board that change nothing but its language. */
const LANGUAGES = new Map([
  ['', LANGUAGE],
  ['?lang=zh-CN', LANGUAGE],
  ['?lang=en', 'en'],
])
const BUILT_CLIENT = { folder: PATHS.client, renderer: PATHS.clientShell }

const notFound = (path: string) =>
  problem({ code: 'notFound', detail: `没有这个地址：${path}。 / There is nothing at ${path}.` })

/** A page names its own nonce, so no two answers are the same and none is kept. */
async function sendPage(html: string, nonce: string, acceptEncoding: string | null): Promise<Response> {
  const plain = preferredEncoding(acceptEncoding) === 'identity'
  const body = plain ? html : ((await squeeze(html)) as Uint8Array<ArrayBuffer>)
  return new Response(body, {
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': contentSecurityPolicy(nonce),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Accept-Encoding',
      ...(plain ? {} : { 'content-encoding': 'gzip' }),
    },
  })
}

/** The built client: its files by name, its page for every other address that looks like one. */
export function clientRoutes(source: ShellSource, { folder, renderer } = BUILT_CLIENT) {
  const assets = new Assets(folder)
  const page = join(folder, 'index.html')
  const template = existsSync(page) ? readFileSync(page, 'utf8') : null
  const shellFor = createShells(source, renderer)

  return new Hono().get('*', async c => {
    const { pathname, search } = new URL(c.req.url)
    const asset = await assets.serve(pathname, c.req.raw)
    if (asset) return asset
    if (template === null || /^\/api(\/|$)/.test(pathname) || /\.[^/]*$/.test(pathname)) return notFound(pathname)
    const lang = LANGUAGES.get(search)
    const shell = pathname === '/' && lang ? await shellFor(lang) : { appHtml: '', initialData: undefined }
    const nonce = randomBytes(16).toString('base64')
    const html = fillPage(template, { nonce, lang: lang ?? LANGUAGE, ...shell })
    return sendPage(html, nonce, c.req.header('accept-encoding') ?? null)
  })
}
