/** Takes the README's picture: the board over the demonstration, as a leader's screen shows it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { startBuiltServer } from './support/built-server.ts'
import { chromiumFlags, findChromium, howToGetChromium } from './support/chromium.ts'
import { browserCookie, signInToDemonstration } from './support/sign-in.ts'

const picture = fileURLToPath(new URL('../../docs/board.png', import.meta.url))
const executablePath = findChromium()
if (executablePath === null) throw new Error(`No Chromium on this machine. ${howToGetChromium}`)

const dataDir = await mkdtemp(join(tmpdir(), 'lvliang-picture-'))
const server = await startBuiltServer(dataDir)
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
try {
  const page = await browser.newPage({
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  })
  await page.context().addCookies([browserCookie(server.url, await signInToDemonstration(server.url))])
  await page.goto(server.url, { waitUntil: 'networkidle' })
  await page.screenshot({ path: picture })
  console.log(`Taken: ${picture}`)
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
