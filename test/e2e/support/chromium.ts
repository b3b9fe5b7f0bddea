import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where this machine keeps a Chromium: `CHROMIUM_PATH`, else the usual places; null where there is none. */
export function findChromium(): string | null {
  const paths = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : usual
  return paths.find(path => existsSync(path)) ?? null
}

export const howToGetChromium =
  'Install one (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk) or name it: CHROMIUM_PATH=/path/to/chromium'

export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
