import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { startBuiltServer } from '../e2e/support/built-server.ts'
import { chromiumFlags, findChromium, howToGetChromium } from '../e2e/support/chromium.ts'
import { browserCookie, makeLeader } from '../e2e/support/sign-in.ts'

const ROWS = 10_000
const ZOOMS = 2
const CEILING_MS = 100
/** Where the mouse drags the map to and back, in pixels. */
const DRAGS = [
  [-260, 0],
  [0, -180],
  [260, 0],
  [0, 180],
] as const

const built = (name: string) => fileURLToPath(new URL(`../../server/dist/register/${name}.command.js`, import.meta.url))

function run(command: string, args: readonly string[], dataDir: string): void {
  const env = { ...process.env, DATA_DIR: dataDir }
  const { status } = spawnSync(process.execPath, [built(command), ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
}

async function drag(page: Page, [dx, dy]: readonly [number, number]): Promise<void> {
  const box = await page.locator('.board-map').boundingBox()
  if (!box) throw new Error('the map is not there')
  const [x, y] = [box.x + box.width / 2 - dx / 2, box.y + box.height / 2 - dy / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx, y + dy, { steps: 30 })
  await page.mouse.up()
  await page.waitForTimeout(600)
}

/** The longest task while the map is dragged about at its present zoom; tasks under 50 ms are not told and count 0. */
async function longestTask(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.vitals.longTasksMs = []
  })
  for (const way of DRAGS) await drag(page, way)
  return page.evaluate(() => Math.max(0, ...window.vitals.longTasksMs))
}

async function measure(browser: Browser, url: string, cookie: string): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.addCookies([browserCookie(url, cookie)])
  const page = await context.newPage()
  await page.addInitScript({ path: fileURLToPath(new URL('./observe-vitals.js', import.meta.url)) })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('.leaflet-marker-icon:visible').first().waitFor()
  await page.waitForTimeout(2000)
  const longest = [await longestTask(page)]
  for (let level = 0; level < ZOOMS; level++) {
    await page.locator('.leaflet-control-zoom-in').click()
    await page.waitForTimeout(1000)
    longest.push(await longestTask(page))
  }
  await context.close()
  return longest
}

/** Drags the map over a register of 10,000 rows, unthrottled. True where no task is longer than the ceiling. */
export async function benchPan(): Promise<boolean | undefined> {
  const executablePath = findChromium()
  if (executablePath === null) return void console.log(`pan: no Chromium. ${howToGetChromium}`)
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-pan-'))
  try {
    const file = join(dataDir, 'register.csv')
    run('synthesize', [String(ROWS), file], dataDir)
    run('load', [file, '--as-of', '2018-12-31'], dataDir)
    const signIn = makeLeader(dataDir)
    const server = await startBuiltServer(dataDir)
    const browser = await chromium.launch({ executablePath, args: chromiumFlags })
    try {
      const longest = await measure(browser, server.url, await signIn(server.url))
      const kept = Math.max(...longest) <= CEILING_MS
      console.log(
        `dragging a map of ${ROWS} rows: the longest task, ceiling ${CEILING_MS} ms: ${kept ? 'kept' : 'BROKEN'}`,
      )
      longest.forEach((ms, level) => {
        console.log(
          `  ${level === 0 ? 'the city' : `zoomed in ${level} ×`}: ${ms < 50 ? 'under 50' : ms.toFixed(0)} ms`,
        )
      })
      return kept
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
