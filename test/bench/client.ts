import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { chromiumFlags, findChromium, howToGetChromium } from '../e2e/support/chromium.ts'
import { browserCookie, signInToDemonstration } from '../e2e/support/sign-in.ts'

/** A middling phone on a slow rural connection. */
const CPU_SLOWDOWN = 4
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const ROUNDS = 5

interface Vitals {
  lcpMs: number
  lcpElement: string
  inpMs: number
  cls: number
  jsBytes: number
  cssBytes: number
  allBytes: number
}

declare global {
  interface Window {
    vitals: { lcpMs: number; lcpElement: string; cls: number; eventMs: number[]; longTasksMs: number[] }
  }
}

async function countBytes(session: CDPSession) {
  const types = new Map<string, string>()
  const bytes = { jsBytes: 0, cssBytes: 0, allBytes: 0 }
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.allBytes += encodedDataLength
    if (types.get(requestId) === 'Script') bytes.jsBytes += encodedDataLength
    if (types.get(requestId) === 'Stylesheet') bytes.cssBytes += encodedDataLength
  })
  return bytes
}

/** What a leader does first: step through days, choose a light, open a county, pick a centre. */
async function interact(page: Page) {
  const slider = page.getByRole('slider').first()
  await slider.focus()
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(400)
  }
  await page.locator('main button:visible').first().click()
  await page.waitForTimeout(600)
  await page.locator('.leaflet-marker-icon:visible').first().click()
  await page.waitForTimeout(800)
}

async function measure(browser: Browser, url: string, cookie: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.addCookies([browserCookie(url, cookie)])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const bytes = await countBytes(session)
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.addInitScript({ path: fileURLToPath(new URL('./observe-vitals.js', import.meta.url)) })
  await page.goto(url, { waitUntil: 'networkidle' })
  const loaded = { ...bytes }
  await interact(page)
  const { lcpMs, lcpElement, cls, eventMs } = await page.evaluate(() => window.vitals)
  await context.close()
  return { lcpMs, lcpElement, cls, inpMs: Math.max(0, ...eventMs), ...loaded }
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function print(rounds: Vitals[]) {
  const line = (name: string, of: (round: Vitals) => number, digits = 0) => {
    const values = rounds.map(of)
    const text = [median(values), Math.min(...values), Math.max(...values)].map(value => value.toFixed(digits))
    console.log(`${name.padEnd(24)} median ${text[0]}  (${text[1]} … ${text[2]})`)
  }
  console.log(`board at CPU ×${CPU_SLOWDOWN}, 1.6 Mbit/s, 150 ms, ${rounds.length} rounds`)
  line('LCP ms', round => round.lcpMs)
  line('INP ms', round => round.inpMs)
  line('CLS', round => round.cls, 4)
  line('JS kB on the wire', round => round.jsBytes / 1000, 1)
  line('CSS kB on the wire', round => round.cssBytes / 1000, 1)
  line('all kB until idle', round => round.allBytes / 1000, 1)
  console.log(`LCP element: ${rounds.at(-1)?.lcpElement}`)
}

/** Bytes and web vitals of the board of the demonstration, cold, in the built server. */
export async function benchClient(): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) return console.log(`client: no Chromium. ${howToGetChromium}`)
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-client-'))
  const server = await startBuiltServer(dataDir)
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  const cookie = await signInToDemonstration(server.url)
  try {
    const rounds: Vitals[] = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await measure(browser, server.url, cookie))
    print(rounds)
  } finally {
    await browser.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
