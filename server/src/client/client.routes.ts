import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Me, SignInOptions } from '@lvliang/shared/accounts/account.schema'
import { Hono } from 'hono'
import { type AppEnv, isSecure, type RequestEnv } from '../access/request-env.ts'
import { preferredEncoding } from '../http/accept-encoding.ts'
import { PRIVATE } from '../http/private-answer.ts'
import { contentSecurityPolicy } from '../http/security-headers.ts'
import { PATHS } from '../paths.ts'
import { Assets } from './assets.ts'
import { fillPage } from './page-template.ts'
import { createShells, type Shell, type ShellSource } from './shell.ts'

const squeeze = promisify(gzip)
const LANGUAGES = ['zh-CN', 'en']
const [LANGUAGE = ''] = LANGUAGES
/** Parameters that leave the board as it is at first sight. */
const HARMLESS = new Set(['lang', 'wall'])
const BUILT_CLIENT = { folder: PATHS.client, renderer: PATHS.clientShell }

export interface PageSource extends ShellSource {
  /** The plan, for those who may know it. */
  plan: () => object
  meOf: (env: RequestEnv) => Me | null
  /** The place reached in the order of entry, from which on the page listens. */
  lastEvent: () => number
  /** What the sign-in page offers, where nobody is signed in. */
  signInOptions: (env: RequestEnv) => SignInOptions
  /** The cookie a wall screen's link is exchanged for; null: there is no such link. */
  exchangeWallToken: (token: string, secure: boolean) => string | null
}

/** A page names its own nonce, so no two answers are the same and none is kept. */
async function sendPage(html: string, nonce: string, acceptEncoding: string | null): Promise<Response> {
  const plain = preferredEncoding(acceptEncoding) === 'identity'
  const body = plain ? html : ((await squeeze(html)) as Uint8Array<ArrayBuffer>)
  return new Response(body, {
    headers: {
      ...PRIVATE,
      'content-security-policy': contentSecurityPolicy(nonce),
      'content-type': 'text/html; charset=utf-8',
      vary: 'Accept-Encoding, Cookie',
      ...(plain ? {} : { 'content-encoding': 'gzip' }),
    },
  })
}

/** Where a wall screen's link leads: to the board itself, the token gone from the address. */
function enterWall(cookie: string | null): Response {
  const headers = new Headers({ ...PRIVATE, location: cookie ? '/?wall' : '/' })
  if (cookie) headers.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** What a page brings along for whoever asks for it. */
function createPageData(source: PageSource, renderer: string) {
  const shellFor = createShells(source, renderer)
  return async ({ pathname, searchParams }: URL, env: RequestEnv): Promise<Shell & { lang: string }> => {
    const me = source.meOf(env)
    const lang = LANGUAGES.find(language => language === searchParams.get('lang')) ?? LANGUAGE
    if (me === null) return { appHtml: '', initialData: { lang, me, signIn: source.signInOptions(env) }, lang }
    // Taken before what the page shows: what is entered meanwhile is heard of again, never missed.
    const lastEvent = source.lastEvent()
    const isBoard = pathname === '/' && [...searchParams.keys()].every(name => HARMLESS.has(name))
    if (isBoard && me.may.includes('getSummary')) {
      const { appHtml, initialData } = await shellFor(lang, me)
      return { appHtml, initialData: { ...initialData, lastEvent, me, signIn: null }, lang }
    }
    const plan = me.may.includes('getPlan') ? { plan: source.plan() } : {}
    return { appHtml: '', initialData: { ...plan, lang, lastEvent, me, signIn: null }, lang }
  }
}

/** The built client: its files by name, its page for every other address that looks like one. */
export function clientRoutes(source: PageSource, { folder, renderer } = BUILT_CLIENT) {
  const assets = new Assets(folder)
  const page = join(folder, 'index.html')
  const template = existsSync(page) ? readFileSync(page, 'utf8') : null
  const pageData = createPageData(source, renderer)

  return new Hono<AppEnv>().get('*', async c => {
    const url = new URL(c.req.url)
    const { pathname, searchParams } = url
    const asset = await assets.serve(pathname, c.req.raw)
    if (asset) return asset
    const wallToken = pathname === '/' ? searchParams.get('wall') : null
    if (wallToken) return enterWall(source.exchangeWallToken(wallToken, isSecure(c.env)))
    if (template === null || /^\/api(\/|$)/.test(pathname) || /\.[^/]*$/.test(pathname)) return c.notFound()
    const nonce = randomBytes(16).toString('base64')
    const html = fillPage(template, { nonce, ...(await pageData(url, c.env)) })
    return sendPage(html, nonce, c.req.header('accept-encoding') ?? null)
  })
}
